using FashionRecs.Tests;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Saliency;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Weights;

namespace FashionRecs.Vision.Tests.Backbones;

public class AttributeModelFileTests
{
    [Fact]
    public void Load_FileWithOneThreshold_UsesItForEveryAttribute()
    {
        using var folder = new TemporaryFolder();
        using var network = TinyNetwork.Create();

        var (_, weights) = AttributeNetworkFile.Load(TinyNetwork.Save(folder, network), network.Vocabulary);

        Assert.All(network.Vocabulary.Attributes,
            attribute => Assert.Equal(new RegionRule(CamContrast.Value, 0.4, false), weights.RegionRule(attribute)));
    }

    [Fact]
    public void Load_FileWithRules_HasThem()
    {
        using var folder = new TemporaryFolder();
        using var network = TinyNetwork.Create();
        RegionRule[] rules =
            [.. network.Vocabulary.Attributes.Select(attribute =>
            new RegionRule(CamContrast.Siblings, 0.1 + (0.05 * attribute.Position), attribute.Position % 2 == 0))];
        var path = folder.File("rules.safetensors");
        Weights(network, rules).Save(path, NetworkState.Save(NetworkState.Of(network)), network.Vocabulary, half: false);

        var (_, weights) = AttributeNetworkFile.Load(path, network.Vocabulary);

        Assert.Equal(rules, network.Vocabulary.Attributes.Select(weights.RegionRule));
    }

    [Fact]
    public void Load_FileWithTooFewRules_IsRefused()
    {
        using var folder = new TemporaryFolder();
        using var network = TinyNetwork.Create();
        var path = folder.File("few.safetensors");
        Weights(network, [new RegionRule(CamContrast.Value, 0.5, false)])
            .Save(path, new Dictionary<string, StoredTensor>(), network.Vocabulary, half: false);

        Assert.Throws<InvalidDataException>(() => AttributeNetworkFile.Load(path, network.Vocabulary));
    }

    [Fact]
    public void Probabilities_Temperature_DividesTheLogits()
    {
        using var network = TinyNetwork.Create();
        var skirt = network.Vocabulary.Attributes[0];
        var weights = Weights(network, null) with { Temperatures = [.. network.Vocabulary.Attributes.Select(_ => 2.0)] };

        var probabilities = weights.Probabilities(skirt, [.. network.Vocabulary.Values.Select(value => 2f * value.Index)]);

        Assert.Equal(skirt.Values.Count, probabilities.Length);
        Assert.All(probabilities, (probability, i) => Assert.Equal(1 / (1 + Math.Exp(-i)), probability, 1e-6));
    }

    private static AttributeModelFile Weights(AttributeNetwork network, RegionRule[]? rules) =>
        new(network.Shape, TinyNetwork.Input, [.. network.Vocabulary.Attributes.Select(_ => 1.0)], 0.4) { RegionRules = rules };
}
