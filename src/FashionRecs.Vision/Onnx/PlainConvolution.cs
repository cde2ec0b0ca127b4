namespace FashionRecs.Vision.Onnx;

/// <summary>A convolution with the batch norm behind it folded in, as plain numbers.</summary>
/// <param name="Weight">(outputs, inputs, kernel, kernel).</param>
/// <param name="Bias">(outputs).</param>
/// <param name="Inputs">Channels that come in.</param>
/// <param name="Outputs">Channels that go out.</param>
/// <param name="Kernel">Side of the kernel, odd.</param>
/// <param name="Stride">Step in both directions.</param>
/// <param name="Dilation">Step between the kernel's places.</param>
internal sealed record PlainConvolution(
    float[] Weight, float[] Bias, int Inputs, int Outputs, int Kernel, int Stride = 1, int Dilation = 1)
{
    /// <summary>Zeros around the input: what keeps its size at a stride of 1.</summary>
    public int Padding => Kernel / 2 * Dilation;

    /// <summary>Numbers of the kernel per channel that goes out.</summary>
    public int PerOutput => Inputs * Kernel * Kernel;
}
