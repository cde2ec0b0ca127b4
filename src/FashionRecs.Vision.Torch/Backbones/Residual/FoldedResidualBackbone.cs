using FashionRecs.Vision.Torch.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Backbones.Residual;

/// <summary>A residual network with every batch norm folded into the convolution before it.</summary>
/// <param name="stem">The first convolution.</param>
/// <param name="blocks">The residual blocks in order.</param>
public sealed class FoldedResidualBackbone(FoldedConvolution stem, IReadOnlyList<FoldedBlock> blocks) : IFoldedBackbone
{
    /// <summary>The first convolution, followed by ReLU and max pooling 3×3 with stride 2.</summary>
    public FoldedConvolution Stem => stem;

    /// <summary>The residual blocks in order.</summary>
    public IReadOnlyList<FoldedBlock> Blocks => blocks;

    /// <summary>
    /// The last block before the step from an eighth to a sixteenth of the picture's size: the first stride is that of the second stage.
    /// </summary>
    private readonly int fineBlock = LastBefore(blocks, steps: 2);

    /// <inheritdoc/>
    public Tensor Forward(Tensor pictures)
    {
        var (last, fine) = Run(pictures, keepFine: false);
        fine?.Dispose();
        return last;
    }

    /// <inheritdoc/>
    public BackboneFeatures ForwardFine(Tensor pictures)
    {
        var (last, fine) = Run(pictures, keepFine: true);
        return new BackboneFeatures(last, fine!);
    }

    private (Tensor Last, Tensor? Fine) Run(Tensor pictures, bool keepFine)
    {
        using var scope = NewDisposeScope();
        using var wide = stem.Forward(pictures).relu_();                                                       // (batch, width, H/2, W/2)
        var features = nn.functional.max_pool2d(wide, kernel_size: 3, stride: 2, padding: 1);                  // (batch, width, H/4, W/4)
        Tensor? fine = null;
        for (var at = 0; at < blocks.Count; at++)
        {
            var input = features;
            features = blocks[at].Forward(input);
            if (!ReferenceEquals(input, fine))
            {
                input.Dispose(); // freed at once, so that the allocator can reuse it for the next block
            }

            if (keepFine && at == fineBlock)
            {
                fine = features;
            }
        }

        return (features.MoveToOuterDisposeScope(),
            ReferenceEquals(fine, features) ? fine.clone().MoveToOuterDisposeScope() : fine?.MoveToOuterDisposeScope());
    }

    private static int LastBefore(IReadOnlyList<FoldedBlock> blocks, int steps)
    {
        var seen = 0;
        for (var at = 0; at < blocks.Count; at++)
        {
            seen += blocks[at].Body.Any(convolution => convolution.Stride > 1) ? 1 : 0;
            if (seen == steps)
            {
                return at - 1;
            }
        }

        return blocks.Count - 1;
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
