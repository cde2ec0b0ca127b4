using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Backbones;

/// <summary>
/// ResNet18 without its classifier (He et al. 2016), with torchvision's layer names. A last stride of 1 keeps the
/// resolution of the last stage, which makes the activation maps twice as fine at about 1.75 times the cost.
/// The width is the number of channels after the first convolution, 64 in the real network; tests use fewer.
/// </summary>
internal sealed class ResNet18Trunk : nn.Module<Tensor, Tensor>
{
#pragma warning disable IDE1006 // Field names are the layer names of the weights file.
    private readonly Convolution conv1;
    private readonly Normalization bn1;
    private readonly Sequential layer1;
    private readonly Sequential layer2;
    private readonly Sequential layer3;
    private readonly Sequential layer4;
#pragma warning restore IDE1006

    public ResNet18Trunk(int width = 64, int lastStride = 2)
        : base(nameof(ResNet18Trunk))
    {
        conv1 = new Convolution(3, width, kernel: 7, stride: 2);
        bn1 = new Normalization(width);
        layer1 = Stage(width, width, 1);
        layer2 = Stage(width, width * 2, 2);
        layer3 = Stage(width * 2, width * 4, 2);
        layer4 = Stage(width * 4, width * 8, lastStride);
        RegisterComponents();
    }

    /// <summary>(batch, 3, H, W) → (batch, 8·width, H/32, W/32), or H/16, W/16 with <c>lastStride</c> 1.</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var features = bn1.forward(conv1.forward(input)).relu_();                                       // (batch, width, H/2, W/2)
        features = nn.functional.max_pool2d(features, kernel_size: 3, stride: 2, padding: 1);           // (batch, width, H/4, W/4)
        features = layer4.forward(layer3.forward(layer2.forward(layer1.forward(features))));
        return features.MoveToOuterDisposeScope();
    }

    /// <summary>The stages from the picture to the features, for learning rates that grow along the network.</summary>
    public IReadOnlyList<nn.Module> Stages => [conv1, bn1, layer1, layer2, layer3, layer4];

    private static Sequential Stage(int inputs, int outputs, int stride) =>
        nn.Sequential(("0", new BasicBlock(inputs, outputs, stride)), ("1", new BasicBlock(outputs, outputs, 1)));
}
