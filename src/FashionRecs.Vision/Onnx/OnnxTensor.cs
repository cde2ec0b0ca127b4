namespace FashionRecs.Vision.Onnx;

/// <summary>A tensor (batch, channels, rows, columns) on its way through a graph that is being written.</summary>
/// <param name="Name">Its name in the graph.</param>
/// <param name="Channels">Channels.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Scale">The step of its numbers where they are quantized, else 0.</param>
internal readonly record struct OnnxTensor(string Name, int Channels, int Rows, int Columns, float Scale = 0)
{
    /// <summary>The tensor that a convolution or a pooling gives.</summary>
    public OnnxTensor After(string name, int channels, int kernel, int stride, int padding, int dilation = 1) => new(
        name, channels, Size(Rows, kernel, stride, padding, dilation), Size(Columns, kernel, stride, padding, dilation));

    private static int Size(int side, int kernel, int stride, int padding, int dilation) =>
        ((side + (2 * padding) - (dilation * (kernel - 1)) - 1) / stride) + 1;
}
