using FashionRecs.Vision.Torch.Backbones;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Backbones.Residual;

/// <summary>A block of a <see cref="FoldedResidualBackbone"/>.</summary>
/// <param name="Body">Convolutions, each but the last followed by ReLU.</param>
/// <param name="Shortcut">Fits the block's input to its output; null where they have the same shape.</param>
public sealed record FoldedBlock(IReadOnlyList<FoldedConvolution> Body, FoldedConvolution? Shortcut) : IDisposable
{
    internal Tensor Forward(Tensor input)
    {
        var inner = Body[0].Forward(input);
        foreach (var convolution in Body.Skip(1))
        {
            using var previous = inner.relu_(); // freed at once, so that the allocator can use it again
            inner = convolution.Forward(previous);
        }

        if (Shortcut is null)
        {
            return inner.add_(input, Scalars.One).relu_();
        }

        using var shortcut = Shortcut.Forward(input);
        return inner.add_(shortcut, Scalars.One).relu_();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var convolution in Body)
        {
            convolution.Dispose();
        }

        Shortcut?.Dispose();
    }
}
