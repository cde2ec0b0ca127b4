using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Backbones.Residual;
using FashionRecs.Vision.Torch.Backbones;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Backbones.Residual;

/// <summary>A block of a <see cref="ResidualBackbone"/>; a <see cref="BlockPlan"/> says which.</summary>
internal sealed class ResidualBlock : nn.Module<Tensor, Tensor>
{
    private readonly NormalizedConvolution[] body;
    private readonly NormalizedConvolution? shortcut;

    public ResidualBlock(BlockPlan plan)
        : base(nameof(ResidualBlock))
    {
        body = [.. plan.Body.Select(step => Add(this, step))];
        if (plan.Shortcut is { } fitting)
        {
            shortcut = new NormalizedConvolution(new Convolution(fitting), new Normalization(fitting.Outputs));
            register_module("downsample", nn.Sequential(("0", shortcut.Convolution), ("1", shortcut.Norm)));
        }
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var inner = input;
        foreach (var step in body.AsSpan(..^1))
        {
            inner = step.Forward(inner).relu_();
        }

        return body[^1].Forward(inner).add_(shortcut?.Forward(input) ?? input, Scalars.One).relu_().MoveToOuterDisposeScope();
    }

    /// <summary>The block for inference.</summary>
    public FoldedBlock Fold(Precision precision, Device device) =>
        new([.. body.Select(step => step.Fold(precision, device))], shortcut?.Fold(precision, device));

    private static NormalizedConvolution Add(ResidualBlock block, ConvolutionPlan plan)
    {
        var step = new NormalizedConvolution(new Convolution(plan), new Normalization(plan.Outputs));
        block.register_module(plan.Convolution, step.Convolution);
        block.register_module(plan.Norm, step.Norm);
        return step;
    }
}
