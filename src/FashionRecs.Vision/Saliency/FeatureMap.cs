using System.Numerics.Tensors;

namespace FashionRecs.Vision.Saliency;

/// <summary>Size of a grid of vectors over a network input.</summary>
public readonly record struct FeatureGrid(int Rows, int Columns, int Channels);

/// <summary>A grid of vectors over a network input: its last feature map. Channels of a position lie together.</summary>
/// <param name="Values">(rows, columns, channels).</param>
/// <param name="Rows">Rows of positions.</param>
/// <param name="Columns">Columns of positions.</param>
/// <param name="Channels">Numbers per position.</param>
public sealed record FeatureMap(ReadOnlyMemory<float> Values, int Rows, int Columns, int Channels)
{
    /// <summary>The sizes.</summary>
    public FeatureGrid Grid => new(Rows, Columns, Channels);

    /// <summary>The mean vector over all positions: global average pooling.</summary>
    public float[] Mean()
    {
        var mean = new float[Channels];
        for (var position = 0; position < Rows * Columns; position++)
        {
            TensorPrimitives.Add(mean, Values.Span.Slice(position * Channels, Channels), mean);
        }

        TensorPrimitives.Divide(mean, Rows * Columns, mean);
        return mean;
    }
}
