using FashionRecs.Domain.Attributes;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Torch.Runtime;
using TorchSharp;

namespace FashionRecs.Tests;

/// <summary>A network with ResNet18's layers and few channels, so that tests run in milliseconds.</summary>
internal static class TinyNetwork
{
    public static readonly InputSize Input = new(64, 48);

    /// <summary>The fewest channels that a network may have.</summary>
    public const int Width = 16;

    /// <summary>Channels of its last feature map.</summary>
    public const int Features = Width * 8;

    public static AttributeNetwork Create(int seed = 1, int lastStride = 1, int width = Width)
    {
        TorchRuntime.EnsureLoaded();
        torch.random.manual_seed(seed);
        return new AttributeNetwork(AttributeVocabularyFile.Default, new NetworkShape(width, lastStride));
    }

    public static string Save(TemporaryFolder folder, AttributeNetwork network)
    {
        var path = folder.File("tiny.safetensors");
        new AttributeModelFile(network.Shape, Input, [.. network.Vocabulary.Attributes.Select(_ => 1.0)], 0.4)
            .Save(path, NetworkState.Save(NetworkState.Of(network)), network.Vocabulary, half: false);
        return path;
    }
}
