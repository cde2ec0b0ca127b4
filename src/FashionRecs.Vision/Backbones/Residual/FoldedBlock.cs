using static TorchSharp.torch;

namespace FashionRecs.Vision.Backbones;

/// <summary>A residual block of <see cref="FoldedNetwork"/>.</summary>
/// <param name="First">First convolution, followed by ReLU.</param>
/// <param name="Second">Second convolution.</param>
/// <param name="Shortcut">Fits the block's input to its output; null where they have the same shape.</param>
public sealed record FoldedBlock(FoldedConvolution First, FoldedConvolution Second, FoldedConvolution? Shortcut) : IDisposable
{
    internal Tensor Forward(Tensor input)
    {
        using var inner = First.Forward(input).relu_();
        var output = Second.Forward(inner);
        if (Shortcut is null)
        {
            return output.add_(input, Scalars.One).relu_();
        }

        using var shortcut = Shortcut.Forward(input);
        return output.add_(shortcut, Scalars.One).relu_();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        First.Dispose();
        Second.Dispose();
        Shortcut?.Dispose();
    }
}
