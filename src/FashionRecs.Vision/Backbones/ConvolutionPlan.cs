namespace FashionRecs.Vision.Backbones;

/// <summary>A bias-free square convolution with the batch norm behind it.</summary>
/// <param name="Convolution">Its name in the weights file.</param>
/// <param name="Norm">The batch norm's name there.</param>
/// <param name="Inputs">Channels that come in.</param>
/// <param name="Outputs">Channels that go out.</param>
/// <param name="Kernel">Side of the kernel; odd, with half of it as padding.</param>
/// <param name="Stride">Step in both directions.</param>
public sealed record ConvolutionPlan(string Convolution, string Norm, int Inputs, int Outputs, int Kernel, int Stride)
{
    /// <summary>Added to the variances of batch norm, as in torchvision.</summary>
    public const double Epsilon = 1e-5;

    /// <summary>The same under the name of what it is part of.</summary>
    public ConvolutionPlan Within(string part) => this with { Convolution = $"{part}.{Convolution}", Norm = $"{part}.{Norm}" };
}
