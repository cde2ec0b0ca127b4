using FashionRecs.Domain.Attributes;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Weights;

namespace FashionRecs.Vision.Torch.Backbones;

/// <summary>Makes the network of a weights file.</summary>
public static class AttributeNetworkFile
{
    /// <summary>Loads a network from a file.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or made for another vocabulary or another architecture; one sentence
    /// says how.</exception>
    public static (AttributeNetwork Network, AttributeModelFile Weights) Load(string path, AttributeVocabulary vocabulary)
    {
        var file = SafetensorsReader.Read(path);
        var weights = AttributeModelFile.Parse(file, path, vocabulary);
        return (Create(file, weights, path, vocabulary), weights);
    }

    /// <summary>Makes the network of a file that was read.</summary>
    internal static AttributeNetwork Create(SafetensorsFile file, AttributeModelFile weights, string path, AttributeVocabulary vocabulary)
    {
        var network = new AttributeNetwork(vocabulary, weights.Shape);
        NetworkState.Load(NetworkState.Of(network), file.Tensors, path);
        NetworkState.RefuseFurther(NetworkState.Of(network), file.Tensors.Keys, path, weights.Shape.Architecture);
        network.eval();
        return network;
    }
}
