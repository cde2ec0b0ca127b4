using FashionRecs.Domain.Attributes;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Backbones.Residual;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Torch.Backbones.Residual;
using FashionRecs.Vision.Torch.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Tests.Backbones;

/// <summary>That float32 is right at the size and batch the shop uses, which it was not on every processor with channels last.</summary>
public class Float32Tests
{
    private const int Batch = 16;
    private const int Checked = 2;

    [Fact]
    public void Classify_ShippedWeightsAtTheirInput_AgreesWithFloat64()
    {
        TorchRuntime.EnsureLoaded();
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var (network, weights) = AttributeNetworkFile.Load(AttributeModelFile.ShippedPath, AttributeVocabularyFile.Default);
        using var folded = new FoldedNetwork(network, Precision.Float32, CPU);
        var pictures = randn([Batch, weights.Input.Height, weights.Input.Width, 3], generator: new Generator(1)).permute(0, 3, 1, 2);

        var exact = Exact(folded, pictures.narrow(0, 0, Checked).to_type(ScalarType.Float64));
        var inference = folded.Classify(folded.Features(pictures));
        var training = network.forward(pictures);
        network.Dispose();

        Assert.Equal([Checked, folded.HeadBiases.shape[0]], exact.shape);
        Assert.InRange(Difference(exact, inference), 0, 1e-4);
        Assert.InRange(Difference(exact, training), 0, 1e-4);
    }

    [Fact]
    public void Gradient_OneConvolutionOfTheShippedSize_AgreesWithFloat64()
    {
        TorchRuntime.EnsureLoaded();
        using var scope = NewDisposeScope();
        using var generator = new Generator(2);
        // The convolution of the last stage that oneDNN gives padded weights when channels stand last: 256 → 512 over 13 × 9 places.
        var input = randn([Batch, 13, 9, 256], generator: generator).permute(0, 3, 1, 2);
        var weight = randn([512, 256, 1, 1], generator: generator) * 0.05;

        var exact = Gradients(input.to_type(ScalarType.Float64), weight.to_type(ScalarType.Float64));
        var single = Gradients(Precision.Float32.Arrange(input), weight);

        Assert.All(exact.Zip(single), pair => Assert.InRange(Relative(pair.First, pair.Second), 0, 1e-5));
    }

    private static Tensor[] Gradients(Tensor input, Tensor weight)
    {
        var (x, w) = (input.detach().clone().requires_grad_(true), weight.detach().clone().requires_grad_(true));
        var output = nn.functional.conv2d(x, w);
        output.pow(2).sum().backward();
        return [output.detach(), x.grad!, w.grad!];
    }

    private static double Relative(Tensor exact, Tensor single) =>
        (exact - single).abs().max().item<double>() / exact.abs().max().item<double>();

    private static double Difference(Tensor exact, Tensor logits) => (exact - logits.narrow(0, 0, Checked)).abs().max().item<double>();

    /// <summary>The folded network's logits in float64: (batch, 3, H, W) → (batch, values).</summary>
    private static Tensor Exact(FoldedNetwork network, Tensor pictures)
    {
        Tensor Convolve(FoldedConvolution layer, Tensor input) => nn.functional.conv2d(
            input, layer.Weight.to_type(ScalarType.Float64), layer.Bias.to_type(ScalarType.Float64),
            strides: [layer.Stride, layer.Stride], padding: [layer.Padding, layer.Padding]);

        var backbone = Assert.IsType<FoldedResidualBackbone>(network.Backbone);
        var features = nn.functional.max_pool2d(Convolve(backbone.Stem, pictures).relu(), kernel_size: 3, stride: 2, padding: 1);
        foreach (var block in backbone.Blocks)
        {
            var output = Convolve(block.Body[1], Convolve(block.Body[0], features).relu());
            features = output.add(block.Shortcut is null ? features : Convolve(block.Shortcut, features), Scalars.One).relu();
        }

        return nn.functional.linear(features.mean([2, 3]), network.HeadWeights.to_type(ScalarType.Float64),
            network.HeadBiases.to_type(ScalarType.Float64));
    }
}
