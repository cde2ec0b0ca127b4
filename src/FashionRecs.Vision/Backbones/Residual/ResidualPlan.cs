namespace FashionRecs.Vision.Backbones.Residual;

/// <summary>
/// The topology of a residual network with torchvision's layer names. It stands here alone: the network that learns, the folded one, and
/// those who read or write such networks in other formats all follow it.
/// </summary>
/// <param name="Stem">The first convolution, followed by ReLU and max pooling 3×3 with stride 2.</param>
/// <param name="Stages">Stages of blocks in order.</param>
public sealed record ResidualPlan(ConvolutionPlan Stem, IReadOnlyList<StagePlan> Stages)
{
    /// <summary>All convolutions under their whole names, from the picture to the features.</summary>
    public IEnumerable<ConvolutionPlan> Convolutions =>
        Stages.SelectMany(stage => stage.Blocks).SelectMany(block => block.Convolutions).Prepend(Stem);

    /// <summary>Plans a network.</summary>
    /// <param name="kind">Kind of its blocks.</param>
    /// <param name="blocks">Blocks per stage; each stage has twice the channels of the one before.</param>
    /// <param name="width">Channels after the first convolution.</param>
    /// <param name="lastStride">Stride of the last stage: 1 keeps its resolution, which makes the activation maps twice as fine.</param>
    public static ResidualPlan Create(BlockKind kind, IReadOnlyList<int> blocks, int width, int lastStride)
    {
        var stages = new List<StagePlan>();
        var inputs = width;
        for (var stage = 0; stage < blocks.Count; stage++)
        {
            var (name, channels) = ($"layer{stage + 1}", width << stage);
            var stride = stage == 0 ? 1 : stage == blocks.Count - 1 ? lastStride : 2;
            var plans = new BlockPlan[blocks[stage]];
            for (var block = 0; block < plans.Length; block++)
            {
                plans[block] = kind.Plan($"{name}.{block}", inputs, channels, block == 0 ? stride : 1);
                inputs = channels * kind.Expansion;
            }

            stages.Add(new StagePlan(name, plans));
        }

        return new ResidualPlan(new ConvolutionPlan("conv1", "bn1", 3, width, Kernel: 7, Stride: 2), stages);
    }
}
