using System.Numerics.Tensors;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Saliency;
using SkiaSharp;

namespace FashionRecs.Vision.Regions;

/// <summary>Where a picture has an attribute's part, whichever value it shows: what all maps of the attribute are multiplied by.</summary>
internal sealed class PartPlace
{
    /// <summary>Half a side, in input pixels, of the square over which the garment's edge is softened.</summary>
    private const int EdgeReach = 2;

    /// <summary>A place with this part of garment around it counts fully; the outline then runs just outside the garment's edge.</summary>
    private const float EnoughGarment = 0.5f;

    /// <summary>Least certainty in [0, 1] of the attention, at its surest place, with which it is trusted.</summary>
    private const float LeastAttention = 0.3f;

    /// <summary>Looks at an attention.</summary>
    /// <param name="attention">Where the attribute's part is.</param>
    /// <param name="input">Size of the input.</param>
    /// <param name="covered">Part of the input, in input pixels, that the picture covers.</param>
    /// <param name="garment">What is garment; null where that cannot be told, or the part lies within the garment anyway.</param>
    public PartPlace(PartAttention attention, InputSize input, SKRect covered, GarmentMask? garment)
    {
        Grid = new PartGrid(attention, input, covered);
        Around = Sigmoid(Grid.Sample(new ActivationMap(attention.Around, attention.Rows, attention.Columns)));
        Part = Sigmoid(Grid.Sample(new ActivationMap(attention.Part, attention.Rows, attention.Columns)));
        for (var cell = 0; garment is not null && cell < Part.Length; cell++)
        {
            var middle = Grid.Middle(cell);
            Part[cell] *= Math.Min(1, garment.Share(middle.X, middle.Y, EdgeReach) / EnoughGarment);
        }

        IsSure = TensorPrimitives.Max<float>(Around) >= LeastAttention && TensorPrimitives.Max<float>(Part) >= LeastAttention;
    }

    public PartGrid Grid { get; }

    /// <summary>In [0, 1] at each cell: the region around the part.</summary>
    public float[] Around { get; }

    /// <summary>In [0, 1] at each cell: the part itself.</summary>
    public float[] Part { get; }

    /// <summary>Whether the attention knows such a part at all; on a picture unlike those it was fitted on it may not.</summary>
    public bool IsSure { get; }

    private static float[] Sigmoid(float[] logits)
    {
        TensorPrimitives.Sigmoid<float>(logits, logits);
        return logits;
    }
}
