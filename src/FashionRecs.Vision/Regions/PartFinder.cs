using FashionRecs.Domain.Projection;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Saliency;
using SkiaSharp;

namespace FashionRecs.Vision.Regions;

/// <summary>
/// Cuts a part out of a picture: the map of what is said, so that words and region come from the same numbers, times a learned attention
/// that says where such parts end. Not thread-safe.
/// </summary>
public sealed class PartFinder
{
    /// <summary>Half a side, in input pixels, of the square over which the garment's edge is softened.</summary>
    private const int EdgeReach = 2;

    /// <summary>A place with this part of garment around it counts fully; the outline then runs just outside the garment's edge.</summary>
    private const float EnoughGarment = 0.5f;

    /// <summary>How far outside the part its outline runs, in cells: a line upon the very edge would hide it.</summary>
    private const double Growth = 2;

    /// <summary>
    /// A second part, such as the other sleeve, counts from this part of the first one's size on: one may be seen from the side.
    /// </summary>
    private const float FurtherFrom = 0.25f;

    /// <summary>How far around a region evidence counts as lying in it, in positions of the map: it is no finer than that.</summary>
    private const float ShareReach = 1;

    /// <summary>Least certainty in [0, 1] of the attention, at its surest place, with which it is trusted.</summary>
    private const float LeastAttention = 0.3f;

    private readonly PartGrid grid;
    private readonly float[] evidence;
    private readonly float[] around;
    private readonly float[] part;
    private readonly int coarseRows;
    private readonly int coarseColumns;
    private readonly float minimum;
    private readonly float maximum;
    private (double Power, float[] Around, float[] Part, float[] Outlined) products;

    /// <summary>Looks at a map.</summary>
    /// <param name="map">The map of the value, or the summed map of a family.</param>
    /// <param name="attention">Where the attribute's part is.</param>
    /// <param name="input">Size of the input.</param>
    /// <param name="covered">Part of the input, in input pixels, that the picture covers.</param>
    /// <param name="garment">What is garment; null where that cannot be told, or the part lies within the garment anyway.</param>
    public PartFinder(ActivationMap map, PartAttention attention, InputSize input, SKRect covered, GarmentMask? garment = null)
    {
        grid = new PartGrid(attention, input, covered);
        evidence = grid.Sample(map);
        around = Sigmoid(grid.Sample(new ActivationMap(attention.Around, attention.Rows, attention.Columns)));
        part = Sigmoid(grid.Sample(new ActivationMap(attention.Part, attention.Rows, attention.Columns)));
        (minimum, maximum) = (evidence.Min(), evidence.Max());
        (coarseRows, coarseColumns) = (map.Rows, map.Columns);
        for (var cell = 0; garment is not null && cell < part.Length; cell++)
        {
            var middle = grid.Middle(cell);
            part[cell] *= Math.Min(1, garment.Share(middle.X, middle.Y, EdgeReach) / EnoughGarment);
        }

        products = (-1, [], [], []);
    }

    /// <summary>Whether the attention knows such a part at all; on a picture unlike those it was fitted on it may not.</summary>
    public bool IsSure => around.Max() >= LeastAttention && part.Max() >= LeastAttention;

    /// <summary>Cuts out the region around the part.</summary>
    public FoundRegion Region(PartRule rule)
    {
        var (_, product, inside, _) = Products(rule.Power);
        var box = ConnectedComponents.Box(product, grid.Columns, product.Max() * (float)rule.Box.Level, rule.Box.Joined, FurtherFrom);
        return new FoundRegion(grid.ToInput(box), Share(box), grid.Middle(IndexOfMaximum(inside)));
    }

    /// <summary>Traces the part itself; null where nothing large enough to be drawn is left of it.</summary>
    public PartOutline? Outline(PartRule rule)
    {
        var product = Products(rule.Power).Outlined;
        return product.Max() is > 0 and var most
            ? ContourTracer.Trace(product, grid, most * (float)rule.Outline.Level, rule.Outline.Joined) : null;
    }

    private (double Power, float[] Around, float[] Part, float[] Outlined) Products(double power)
    {
        if (products.Power != power)
        {
            // A map without any positive evidence still has a least unlikely place; how much evidence a region holds is told beside it.
            var weights = Array.ConvertAll(evidence,
                one => maximum > minimum ? MathF.Pow((one - minimum) / (maximum - minimum), (float)power) : 1);
            float[] onPart = [.. part.Zip(weights, (one, weight) => one * weight)];
            products = (power, [.. around.Zip(weights, (one, weight) => one * weight)], onPart, grid.Grow(onPart, Growth));
        }

        return products;
    }

    private static float[] Sigmoid(float[] logits) => Array.ConvertAll(logits, logit => 1 / (1 + MathF.Exp(-logit)));

    private static int IndexOfMaximum(float[] numbers)
    {
        var best = 0;
        for (var at = 1; at < numbers.Length; at++)
        {
            best = numbers[at] > numbers[best] ? at : best;
        }

        return best;
    }

    /// <summary>
    /// The part of the positive evidence in the box or within a position of the map around it: the map is no finer than that.
    /// </summary>
    private float Share(SKRectI box)
    {
        var reach = new SKPoint(grid.CellsPer(coarseColumns, across: true) * ShareReach,
            grid.CellsPer(coarseRows, across: false) * ShareReach);
        var near = new SKRect(box.Left - reach.X, box.Top - reach.Y, box.Right + reach.X, box.Bottom + reach.Y);
        float all = 0, inside = 0;
        for (var cell = 0; cell < evidence.Length; cell++)
        {
            var positive = Math.Max(0, evidence[cell]);
            all += positive;
            inside += near.Contains((cell % grid.Columns) + 0.5f, (cell / grid.Columns) + 0.5f) ? positive : 0;
        }

        return all > 0 ? inside / all : 0;
    }
}
