using FashionRecs.Tests;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Torch.Regions;
using FashionRecs.Vision.Torch.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Tests.Backbones;

/// <summary>
/// What convolutions compute must not depend on what was in memory before: that is filled with what is not a number and let go, so that the
/// allocator hands it out again. Widths that are no whole blocks fail this within a few rounds on a processor with AVX-512.
/// </summary>
public class ConvolutionMemoryTests
{
    private const int Rounds = 25;

    [Theory]
    [InlineData(Precision.Float32, "resnet18")]
    [InlineData(Precision.Float32, "resnet50")]
    [InlineData(Precision.BFloat16, "resnet18")]
    public void Network_MemoryThatWasUsedBefore_StaysFiniteForwardsAndBackwards(Precision precision, string architecture)
    {
        TorchRuntime.EnsureLoaded();
        random.manual_seed(1);
        using var network = new AttributeNetwork(
            FashionRecs.Domain.Attributes.AttributeVocabularyFile.Default, new NetworkShape(TinyNetwork.Width, 1, architecture))
        {
            Precision = precision,
        };
        network.train(true);
        for (var round = 0; round < Rounds; round++)
        {
            using var scope = NewDisposeScope();
            Spoil();

            var features = network.Features(randn(8, 64, 48, 3).permute(0, 3, 1, 2));
            network.Classify(AttributeNetwork.Pool(features)).square().sum().backward();

            Assert.True(IsFinite(features), $"features, round {round}");
            foreach (var (name, parameter) in NetworkState.Parameters(network))
            {
                Assert.True(IsFinite(parameter.grad!), $"gradient of {name}, round {round}");
                parameter.grad!.zero_();
            }
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(9)] // 72 channels of answers, no whole blocks
    public void RegionHead_MemoryThatWasUsedBefore_StaysFiniteForwardsAndBackwards(int attributes)
    {
        TorchRuntime.EnsureLoaded();
        random.manual_seed(1);
        using var head = new RegionHead(attributes, features: 64, fineFeatures: 16, width: 32);
        for (var round = 0; round < Rounds; round++)
        {
            using var scope = NewDisposeScope();
            Spoil();

            var answers = head.forward(randn(8, 64, 13, 9), randn(8, 16, 26, 18));
            answers.square().sum().backward();

            Assert.True(IsFinite(answers), $"answers, round {round}");
            Assert.All(head.named_parameters(), item => Assert.True(IsFinite(item.parameter.grad!), $"gradient of {item.name}"));
        }
    }

    /// <summary>Fills memory of many sizes and lets it go.</summary>
    private static void Spoil()
    {
        for (var size = 1; size <= 24; size++)
        {
            using var scope = NewDisposeScope();
            foreach (var unit in (long[])[64, 4096, 12_288])
            {
                full([unit * size], float.NaN);
            }
        }
    }

    private static bool IsFinite(Tensor tensor) => isfinite(tensor.detach()).all().item<bool>();
}
