using FashionRecs.Domain.Attributes;
using FashionRecs.Tests;
using FashionRecs.Training.Optimization;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Weights;

namespace FashionRecs.Training.Tests.Optimization;

public class StartingWeightsTests
{
    [Fact]
    public void Load_BackboneAlone_IsTakenAndHeadsStayAsTheyWere()
    {
        using var folder = new TemporaryFolder();
        using var made = TinyNetwork.Create(seed: 1);
        using var network = TinyNetwork.Create(seed: 2);
        var heads = NetworkState.Save(NetworkState.Of(network))["heads.neck_design.weight"].Values;
        var path = Write(folder, made, "resnet18",
            new() { ["fc.weight"] = new StoredTensor([1], [1]), ["bn1.num_batches_tracked"] = new StoredTensor([], [3]) });

        StartingWeights.Load(network, path);

        var after = NetworkState.Save(NetworkState.Of(network));
        Assert.Equal(NetworkState.Save(NetworkState.Of(made))["layer3.1.conv2.weight"].Values, after["layer3.1.conv2.weight"].Values);
        Assert.Equal(heads, after["heads.neck_design.weight"].Values);
    }

    [Fact]
    public void Load_FileOfAnotherArchitecture_IsRefusedInOneSentence()
    {
        using var folder = new TemporaryFolder();
        using var network = new AttributeNetwork(AttributeVocabularyFile.Default, new NetworkShape(TinyNetwork.Width, 1, "resnet34"));
        using var made = TinyNetwork.Create();
        var path = Write(folder, made, "resnet18", []);

        Assert.Equal(
            $"The weights file '{path}' is for the architecture 'resnet18', not for 'resnet34'.",
            Assert.Throws<InvalidDataException>(() => StartingWeights.Load(network, path)).Message);
    }

    [Fact]
    public void Load_LargerNetworkThatDoesNotSayWhatItIs_IsRefused()
    {
        using var folder = new TemporaryFolder();
        using var network = TinyNetwork.Create();
        using var made = new AttributeNetwork(AttributeVocabularyFile.Default, new NetworkShape(TinyNetwork.Width, 1, "resnet34"));
        var path = Write(folder, made, null, []);

        Assert.Contains("which resnet18 does not have",
            Assert.Throws<InvalidDataException>(() => StartingWeights.Load(network, path)).Message);
    }

    private static string Write(TemporaryFolder folder, AttributeNetwork network, string? architecture,
        Dictionary<string, StoredTensor> further)
    {
        var tensors = NetworkState.Save(NetworkState.Of(network)).Where(item => !item.Key.StartsWith("heads.", StringComparison.Ordinal))
            .Concat(further)
            .ToDictionary(item => item.Key, item => item.Value);
        var metadata = new Dictionary<string, string>();
        if (architecture is not null)
        {
            metadata["architecture"] = architecture;
        }

        var path = folder.File("start.safetensors");
        SafetensorsWriter.Write(path, new SafetensorsFile(tensors, metadata), half: false);
        return path;
    }
}
