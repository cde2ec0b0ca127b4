using FashionRecs.Vision.Backbones;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Backbones;

/// <summary>A convolution and the batch norm behind it.</summary>
/// <param name="Convolution">The convolution.</param>
/// <param name="Norm">Its batch norm.</param>
internal sealed record NormalizedConvolution(Convolution Convolution, Normalization Norm)
{
    /// <summary>(batch, inputs, H, W) → (batch, outputs, H/stride, W/stride).</summary>
    public Tensor Forward(Tensor input)
    {
        using var convolved = Convolution.forward(input);
        return Norm.forward(convolved);
    }

    /// <summary>Both as one convolution.</summary>
    public FoldedConvolution Fold(Precision precision, Device device) => FoldedConvolution.Fold(Convolution, Norm, precision, device);
}
