using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Backbones.Residual;
using FashionRecs.Vision.Torch.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Backbones.Residual;

/// <summary>
/// A residual network without its classifier (He et al. 2016), with torchvision's layer names. A last stride of 1 keeps the resolution of
/// the last stage, which makes the activation maps twice as fine; for ResNet18 that costs about 1.75 times the time.
/// </summary>
internal sealed class ResidualBackbone : Backbone
{
    private readonly NormalizedConvolution stem;
    private readonly ResidualBlock[] blocks;

    /// <summary>Makes one with random weights.</summary>
    public ResidualBackbone(NetworkShape shape, ResidualPlan plan)
        : base(nameof(ResidualBackbone), shape)
    {
        stem = new NormalizedConvolution(new Convolution(plan.Stem), new Normalization(plan.Stem.Outputs));
        var stages = new List<NetworkStage> { new(plan.Stem.Convolution, stem.Convolution), new(plan.Stem.Norm, stem.Norm) };
        var all = new List<ResidualBlock>();
        foreach (var stage in plan.Stages)
        {
            ResidualBlock[] made = [.. stage.Blocks.Select(block => new ResidualBlock(block))];
            all.AddRange(made);
            (string, nn.Module<Tensor, Tensor>)[] numbered = [.. made.Select((block, at) => ($"{at}", block))];
            stages.Add(new NetworkStage(stage.Name, nn.Sequential(numbered)));
        }

        stages.ForEach(stage => register_module(stage.Name, stage.Module));
        (blocks, Stages) = ([.. all], stages);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<NetworkStage> Stages { get; }

    /// <summary>(batch, 3, H, W) → (batch, features, H/32, W/32), or H/16, W/16 with a last stride of 1.</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var wide = stem.Forward(input).relu_();                                                      // (batch, width, H/2, W/2)
        var features = nn.functional.max_pool2d(wide, kernel_size: 3, stride: 2, padding: 1);        // (batch, width, H/4, W/4)
        foreach (var block in blocks)
        {
            using var previous = features; // what the backward pass needs of it, torch keeps
            features = block.forward(previous);
        }

        return features.MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override IFoldedBackbone Fold(Precision precision, Device device) =>
        new FoldedResidualBackbone(stem.Fold(precision, device), [.. blocks.Select(block => block.Fold(precision, device))]);
}
