using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Weights;

namespace FashionRecs.Training.Optimization;

/// <summary>Weights that a training starts from, for example of ImageNet: a backbone with or without heads.</summary>
public static class StartingWeights
{
    /// <summary>Copies the file's weights into a network; heads that the file lacks stay random.</summary>
    /// <param name="network">Where they go.</param>
    /// <param name="path">A safetensors file with torchvision's names; its classifier (<c>fc</c>) and its counters of batches are left
    /// out.</param>
    /// <exception cref="InvalidDataException">The file is damaged or of another architecture; one sentence says how.</exception>
    public static void Load(AttributeNetwork network, string path)
    {
        var (file, live, architecture) = (SafetensorsReader.Read(path), NetworkState.Of(network), network.Shape.Architecture);
        if (file.Metadata.TryGetValue("architecture", out var made) && made != architecture)
        {
            throw new InvalidDataException($"The weights file '{path}' is for the architecture '{made}', not for '{architecture}'.");
        }

        NetworkState.Load(live, file.Tensors, path, allowMissing: name => name.StartsWith("heads.", StringComparison.Ordinal));
        NetworkState.RefuseFurther(live, file.Tensors.Keys.Where(IsOfTheBackbone), path, architecture);
    }

    private static bool IsOfTheBackbone(string name) =>
        !name.StartsWith("fc.", StringComparison.Ordinal) && !name.StartsWith("heads.", StringComparison.Ordinal)
        && !name.EndsWith("num_batches_tracked", StringComparison.Ordinal);
}
