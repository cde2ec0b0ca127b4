using FashionRecs.Domain.Attributes;
using FashionRecs.Vision.Engines;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Torch.Backbones;

namespace FashionRecs.Vision.Torch.Engines;

/// <summary>Projection with a network that is changed after it was read, for experiments such as randomized layers.</summary>
public static class ChangedNetwork
{
    /// <summary>Loads a weights file without a head for regions: one fitted to the features before the change means nothing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="vocabulary">The words of its outputs.</param>
    /// <param name="input">Size of the pictures.</param>
    /// <param name="change">Done to the network before it is made ready.</param>
    /// <exception cref="InvalidDataException">The file is missing, damaged or made for another vocabulary.</exception>
    public static ProjectionEngine Load(string path, AttributeVocabulary vocabulary, InputSize input, Action<AttributeNetwork> change)
    {
        var source = ProjectionEngine.Source(path, vocabulary, input);
        return ProjectionEngine.Of(source, TorchEngines.Create(source, regions: null, precision: null, change),
            new EngineChoice(EngineOption.Torch, "Only torch can change a network."), regions: null);
    }
}
