using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Backbones;

/// <summary>The two-convolution residual block of He et al., "Deep Residual Learning for Image Recognition" (2016), with torchvision's layer names.</summary>
internal sealed class BasicBlock : nn.Module<Tensor, Tensor>
{
#pragma warning disable IDE1006 // Field names are the layer names of the weights file.
    private readonly Convolution conv1;
    private readonly Normalization bn1;
    private readonly Convolution conv2;
    private readonly Normalization bn2;
    private readonly Sequential? downsample;
#pragma warning restore IDE1006

    public BasicBlock(int inputs, int outputs, int stride)
        : base(nameof(BasicBlock))
    {
        conv1 = new Convolution(inputs, outputs, kernel: 3, stride);
        bn1 = new Normalization(outputs);
        conv2 = new Convolution(outputs, outputs, kernel: 3, stride: 1);
        bn2 = new Normalization(outputs);
        if (stride != 1 || inputs != outputs)
        {
            downsample = nn.Sequential(("0", new Convolution(inputs, outputs, kernel: 1, stride)), ("1", new Normalization(outputs)));
        }

        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var inner = bn1.forward(conv1.forward(input)).relu_();
        inner = bn2.forward(conv2.forward(inner));
        var shortcut = downsample is null ? input : downsample.forward(input);
        return inner.add_(shortcut, Scalars.One).relu_().MoveToOuterDisposeScope();
    }
}
