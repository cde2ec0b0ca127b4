namespace FashionRecs.Vision.Localization;

/// <summary>A grid of vectors over a network input: its last feature map, or the input's own pixels. Channels of a position lie together.</summary>
/// <param name="Values">(rows, columns, channels).</param>
/// <param name="Rows">Rows of positions.</param>
/// <param name="Columns">Columns of positions.</param>
/// <param name="Channels">Numbers per position.</param>
public sealed record FeatureMap(ReadOnlyMemory<float> Values, int Rows, int Columns, int Channels)
{
    /// <summary>The vector at a position.</summary>
    public ReadOnlySpan<float> At(int row, int column) => Values.Span.Slice(((row * Columns) + column) * Channels, Channels);

    /// <summary>The mean vector over all positions: global average pooling.</summary>
    public float[] Mean()
    {
        var mean = new float[Channels];
        for (var position = 0; position < Rows * Columns; position++)
        {
            System.Numerics.Tensors.TensorPrimitives.Add(mean, Values.Span.Slice(position * Channels, Channels), mean);
        }

        System.Numerics.Tensors.TensorPrimitives.Divide(mean, Rows * Columns, mean);
        return mean;
    }
}
