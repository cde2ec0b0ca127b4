using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Backbones.Residual;

/// <summary>A residual network with every batch norm folded into the convolution before it.</summary>
/// <param name="stem">The first convolution.</param>
/// <param name="blocks">The residual blocks in order.</param>
public sealed class FoldedResidualBackbone(FoldedConvolution stem, IReadOnlyList<FoldedBlock> blocks) : IFoldedBackbone
{
    /// <summary>The first convolution, followed by ReLU and max pooling 3×3 with stride 2.</summary>
    public FoldedConvolution Stem => stem;

    /// <summary>The residual blocks in order.</summary>
    public IReadOnlyList<FoldedBlock> Blocks => blocks;

    /// <inheritdoc/>
    public Tensor Forward(Tensor pictures)
    {
        using var scope = NewDisposeScope();
        using var wide = stem.Forward(pictures).relu_();                                                       // (batch, width, H/2, W/2)
        var features = nn.functional.max_pool2d(wide, kernel_size: 3, stride: 2, padding: 1);                  // (batch, width, H/4, W/4)
        foreach (var block in blocks)
        {
            using var input = features; // freed at once, so that the allocator can reuse it for the next block
            features = block.Forward(input);
        }

        return features.MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stem.Dispose();
        foreach (var block in blocks)
        {
            block.Dispose();
        }
    }
}
