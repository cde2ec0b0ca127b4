using FashionRecs.Domain.Attributes;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Torch.Runtime;
using FashionRecs.Vision.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Tests.Backbones;

/// <summary>The shipped file against ResNet18 written out by hand.</summary>
public class ShippedWeightsTests
{
    private static readonly SafetensorsFile File = SafetensorsReader.Read(AttributeModelFile.ShippedPath);

    [Fact]
    public void Features_ShippedFile_AreResNet18sBitByBit()
    {
        TorchRuntime.EnsureLoaded();
        Assert.Equal("resnet18", File.Metadata["architecture"]);
        var (network, weights) = AttributeNetworkFile.Load(AttributeModelFile.ShippedPath, AttributeVocabularyFile.Default);
        using var owned = network;
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        using var generator = new Generator(3);
        var pictures = randn([2, 3, 64, 48], generator: generator);

        var features = network.Features(pictures);

        Assert.Equal(new NetworkShape(64, 1, "resnet18"), weights.Shape);
        Assert.Equal(ByHand(pictures).data<float>().ToArray(), features.data<float>().ToArray());
    }

    [Fact]
    public void FoldedFeatures_ShippedFile_AreResNet18sBitByBit()
    {
        TorchRuntime.EnsureLoaded();
        var (network, _) = AttributeNetworkFile.Load(AttributeModelFile.ShippedPath, AttributeVocabularyFile.Default);
        using var owned = network;
        using var folded = new FoldedNetwork(network, Precision.Float32, CPU);
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        using var generator = new Generator(3);
        var pictures = randn([2, 64, 48, 3], generator: generator).permute(0, 3, 1, 2); // float32 is arranged plane by plane

        var features = folded.Features(pictures);

        Assert.Equal(FoldedByHand(pictures.contiguous()).data<float>().ToArray(), features.contiguous().data<float>().ToArray());
    }

    private static Tensor ByHand(Tensor x)
    {
        x = nn.functional.max_pool2d(Normalized(x, "conv1", "bn1", 2).relu(), 3, 2, 1);
        foreach (var (stage, stride) in new[] { (1, 1), (2, 2), (3, 2), (4, 1) })
        {
            var shortcut = stage == 1 ? x : Normalized(x, $"layer{stage}.0.downsample.0", $"layer{stage}.0.downsample.1", stride);
            var inner = Normalized(x, $"layer{stage}.0.conv1", $"layer{stage}.0.bn1", stride).relu();
            x = (Normalized(inner, $"layer{stage}.0.conv2", $"layer{stage}.0.bn2", 1) + shortcut).relu();
            inner = Normalized(x, $"layer{stage}.1.conv1", $"layer{stage}.1.bn1", 1).relu();
            x = (Normalized(inner, $"layer{stage}.1.conv2", $"layer{stage}.1.bn2", 1) + x).relu();
        }

        return x;
    }

    private static Tensor FoldedByHand(Tensor x)
    {
        x = nn.functional.max_pool2d(Folded(x, "conv1", "bn1", 2).relu(), 3, 2, 1);
        foreach (var (stage, stride) in new[] { (1, 1), (2, 2), (3, 2), (4, 1) })
        {
            var shortcut = stage == 1 ? x : Folded(x, $"layer{stage}.0.downsample.0", $"layer{stage}.0.downsample.1", stride);
            var inner = Folded(x, $"layer{stage}.0.conv1", $"layer{stage}.0.bn1", stride).relu();
            x = (Folded(inner, $"layer{stage}.0.conv2", $"layer{stage}.0.bn2", 1) + shortcut).relu();
            inner = Folded(x, $"layer{stage}.1.conv1", $"layer{stage}.1.bn1", 1).relu();
            x = (Folded(inner, $"layer{stage}.1.conv2", $"layer{stage}.1.bn2", 1) + x).relu();
        }

        return x;
    }

    private static Tensor Normalized(Tensor x, string convolution, string norm, int stride)
    {
        var weight = Stored($"{convolution}.weight");
        var convolved = nn.functional.conv2d(x, weight, strides: [stride, stride], padding: [weight.shape[2] / 2, weight.shape[2] / 2]);
        return nn.functional.batch_norm(
            convolved, Stored($"{norm}.running_mean"), Stored($"{norm}.running_var"), Stored($"{norm}.weight"), Stored($"{norm}.bias"),
            training: false, 0.1, 1e-5);
    }

    private static Tensor Folded(Tensor x, string convolution, string norm, int stride)
    {
        var scale = Stored($"{norm}.weight") / (Stored($"{norm}.running_var") + 1e-5).sqrt();
        var weight = (Stored($"{convolution}.weight") * scale.reshape(-1, 1, 1, 1)).contiguous();
        var bias = Stored($"{norm}.bias") - (Stored($"{norm}.running_mean") * scale);
        return nn.functional.conv2d(x, weight, bias, strides: [stride, stride], padding: [weight.shape[2] / 2, weight.shape[2] / 2]);
    }

    private static Tensor Stored(string name) => tensor(File.Tensors[name].Values, File.Tensors[name].Shape);
}
