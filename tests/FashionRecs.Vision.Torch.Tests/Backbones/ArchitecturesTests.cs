using FashionRecs.Domain.Attributes;
using FashionRecs.Tests;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Backbones.Residual;
using FashionRecs.Vision.Saliency;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Torch.Runtime;
using FashionRecs.Vision.Torch.Saliency;
using FashionRecs.Vision.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Tests.Backbones;

/// <summary>What every architecture must be able to do, on random weights; a new one is tested here without a change.</summary>
public class ArchitecturesTests
{
    private const int Width = 16; // bfloat16 wants multiples of 16

    /// <summary>Every architecture with either stride of the last stage.</summary>
    public static TheoryData<string, int> All { get; } = [.. Architectures.Names.SelectMany(name => new[] { (name, 1), (name, 2) })];

    [Theory]
    [InlineData("resnet18", 11_176_512, 512)]
    [InlineData("resnet34", 21_284_672, 512)]
    [InlineData("resnet50", 23_508_032, 2048)]
    public void Convolutions_PublishedNetworks_HaveTheirParametersAndFeatures(string name, long parameters, int features)
    {
        // Torchvision's counts without the classifier; a batch norm has two numbers per channel.
        var architecture = Assert.IsType<ResidualArchitecture>(Architectures.Find(name), exactMatch: false);

        Assert.Equal(
            parameters,
            architecture.Plan(64).Convolutions.Sum(layer =>
                ((long)layer.Inputs * layer.Outputs * layer.Kernel * layer.Kernel) + (2 * layer.Outputs)));
        Assert.Equal(features, architecture.Features(64));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Features_Pictures_AreAsManyAndAsFineAsTheShapeSays(string name, int lastStride)
    {
        using var network = Trained(name, lastStride);
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();

        var features = network.Features(randn(2, 3, 64, 96));

        Assert.Equal([2, network.Shape.Features, lastStride == 1 ? 4 : 2, lastStride == 1 ? 6 : 3], features.shape);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Backward_ALoss_ReachesEveryParameterInEveryStage(string name, int lastStride)
    {
        using var network = Trained(name, lastStride);
        using var scope = NewDisposeScope();
        network.train();

        network.forward(randn(2, 3, 64, 64)).square().sum().backward();

        Assert.All(NetworkState.Parameters(network), item => Assert.True(item.Parameter.grad!.abs().sum().item<float>() > 0, item.Name));
        Assert.Equal(NetworkState.Parameters(network).Count, network.Stages.Sum(stage => stage.Module.parameters().Count()));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Classify_Folded_GivesTheNetworksLogits(string name, int lastStride)
    {
        using var network = Trained(name, lastStride);
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var pictures = randn(2, 3, 64, 48);
        using var folded = new FoldedNetwork(network, Precision.Float32, CPU);

        var logits = folded.Classify(folded.Features(pictures));

        Assert.True(allclose(network.forward(pictures), logits, rtol: 1e-3, atol: 1e-3));
        Assert.True(logits.std().item<float>() > 0.01, "The logits tell pictures and values apart.");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Classify_FoldedToBFloat16_IsNearTheNetworksLogits(string name, int lastStride)
    {
        using var network = Trained(name, lastStride);
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var pictures = randn(2, 3, 64, 48);
        using var folded = new FoldedNetwork(network, Precision.BFloat16, CPU);

        var (exact, coarse) = (network.forward(pictures), folded.Classify(folded.Features(pictures)));

        // Eight bits of precision in every layer, on weights nobody trained: near, and far nearer than by chance.
        var unexplained = (exact - coarse).square().mean().item<float>() / exact.var().item<float>();
        Assert.True(unexplained < 0.01, $"{unexplained} of the variance");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Maps_SummedOverPlaces_AreLogitsWithoutBias(string name, int lastStride)
    {
        using var network = Trained(name, lastStride);
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var features = network.Features(randn(2, 3, 64, 48));

        var maps = ActivationMaps.Compute(network, features);

        var summed = maps.sum([2, 3]) + network.HeadBiases();
        var logits = network.Classify(AttributeNetwork.Pool(features));
        // Random weights of a deep network give large terms that cancel, so that the error is one of the terms rather than of their sum.
        var scale = Math.Max(1, maps.abs().sum([2, 3]).max().item<float>());
        Assert.True(allclose(summed, logits, rtol: 1e-4, atol: 1e-5 * scale),
            $"off by {(summed - logits).abs().max().item<float>()} of {scale}");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Load_SavedFile_IsTheSameNetwork(string name, int lastStride)
    {
        using var folder = new TemporaryFolder();
        using var network = Trained(name, lastStride);
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var pictures = randn(1, 3, 64, 48);

        var (loaded, weights) = AttributeNetworkFile.Load(TinyNetwork.Save(folder, network), network.Vocabulary);

        using (loaded)
        {
            Assert.Equal(new NetworkShape(Width, lastStride, name), weights.Shape);
            Assert.Equal(network.forward(pictures).data<float>().ToArray(), loaded.forward(pictures).data<float>().ToArray());
        }
    }

    [Fact]
    public void Load_ArchitectureNobodyKnows_SaysWhichAreKnown()
    {
        using var folder = new TemporaryFolder();
        using var network = Trained("resnet18", 1);
        var path = WithArchitecture(folder, network, "vgg16");

        var message = Assert.Throws<InvalidDataException>(() => AttributeNetworkFile.Load(path, network.Vocabulary)).Message;

        Assert.Equal(
            $"The weights file '{path}' is for the architecture 'vgg16', which is unknown; known are resnet18, resnet34, resnet50.",
            message);
    }

    [Theory]
    [InlineData("resnet34", "resnet18", "has a tensor 'layer1.2.bn1.bias', which resnet18 does not have")]
    [InlineData("resnet18", "resnet34", "has no tensor 'layer1.2.conv1.weight'")]
    [InlineData("resnet50", "resnet34", "has 'layer1.0.conv1.weight' as [16, 16, 1, 1], but the network needs [16, 16, 3, 3]")]
    public void Load_TensorsOfAnotherArchitecture_AreRefused(string made, string said, string why)
    {
        using var folder = new TemporaryFolder();
        using var network = Trained(made, 1);
        var path = WithArchitecture(folder, network, said);

        Assert.Contains(why, Assert.Throws<InvalidDataException>(() => AttributeNetworkFile.Load(path, network.Vocabulary)).Message);
    }

    [Fact]
    public void Load_FileThatNamesNoArchitecture_IsResNet18()
    {
        using var folder = new TemporaryFolder();
        using var network = Trained("resnet18", 1);
        var path = WithArchitecture(folder, network, "resnet18");
        var file = SafetensorsReader.Read(path);
        var metadata = file.Metadata.Where(item => item.Key != "architecture").ToDictionary();
        SafetensorsWriter.Write(path, file with { Metadata = metadata }, half: false);

        var (loaded, weights) = AttributeNetworkFile.Load(path, network.Vocabulary);

        loaded.Dispose();
        Assert.Equal("resnet18", weights.Shape.Architecture);
    }

    [Fact]
    public void Find_ArchitectureNobodyKnows_SaysWhichAreKnown() =>
        Assert.Contains(
            "known are resnet18, resnet34, resnet50", Assert.Throws<InvalidDataException>(() => Architectures.Find("resnet19")).Message);

    private static string WithArchitecture(TemporaryFolder folder, AttributeNetwork network, string architecture)
    {
        var path = TinyNetwork.Save(folder, network);
        var file = SafetensorsReader.Read(path);
        var metadata = new Dictionary<string, string>(file.Metadata) { ["architecture"] = architecture };
        SafetensorsWriter.Write(path, file with { Metadata = metadata }, half: false);
        return path;
    }

    /// <summary>A network with batch norm as after training: every statistic and every factor its own.</summary>
    private static AttributeNetwork Trained(string name, int lastStride)
    {
        TorchRuntime.EnsureLoaded();
        using var generator = new Generator(7);
        var network = new AttributeNetwork(AttributeVocabularyFile.Default, new NetworkShape(Width, lastStride, name));
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        foreach (var (tensor, values) in NetworkState.Of(network))
        {
            var normal = randn(values.shape, generator: generator);
            values.copy_(
                tensor.EndsWith("running_var", StringComparison.Ordinal) ? (normal * 0.2).exp()
                : tensor.EndsWith("running_mean", StringComparison.Ordinal) ? normal * 0.2
                : values.dim() == 1 ? values + (normal * 0.2)
                : values.dim() == 2 ? normal * 0.2
                : normal * Math.Sqrt(2.0 / (values.shape[1] * values.shape[2] * values.shape[3])));
        }

        network.eval();
        return network;
    }
}
