using FashionRecs.Domain.Attributes;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Onnx;
using FashionRecs.Vision.Quantization;
using FashionRecs.Vision.Weights;

namespace FashionRecs.Vision.Engines;

/// <summary>A weights file that an engine is to be made for; its numbers are read when they are needed. Not thread-safe.</summary>
/// <param name="path">The file.</param>
/// <param name="vocabulary">The words of its outputs.</param>
internal sealed class NetworkSource(string path, AttributeVocabulary vocabulary)
{
    /// <summary>The file's numbers.</summary>
    public SafetensorsFile File { get; } = SafetensorsReader.Read(path);

    /// <summary>Where the weights come from.</summary>
    public string Path => path;

    /// <summary>The words of its outputs.</summary>
    public AttributeVocabulary Vocabulary => vocabulary;

    /// <summary>Fingerprint of the weights.</summary>
    public string Fingerprint { get; } = AttributeModelFile.Fingerprint(path);

    /// <summary>What the file says of itself.</summary>
    public AttributeModelFile Weights { get => field ??= AttributeModelFile.Parse(File, path, vocabulary); set; }

    /// <summary>The network without torch.</summary>
    /// <exception cref="InvalidDataException">It can only be run with torch, or a tensor is missing.</exception>
    public PlainNetwork Network => field ??= PlainNetwork.Read(File, Weights.Shape, vocabulary, path);

    /// <summary>
    /// The int8 ranges of the network: beside its file, or those that ship where they fit, since weights that a shop trained from reviews
    /// have new heads on the backbone that ships.
    /// </summary>
    /// <exception cref="InvalidDataException">There are none that fit; one sentence says what to do.</exception>
    public QuantizationFile FindRanges()
    {
        var beside = QuantizationFile.PathFor(path);
        if (!System.IO.File.Exists(beside))
        {
            beside = QuantizationFile.ShippedPath;
        }

        if (!System.IO.File.Exists(beside))
        {
            throw new InvalidDataException(
                $"There are no int8 ranges for the weights {Fingerprint}; make them with fashionrecs quantize and a folder of photographs.");
        }

        var ranges = QuantizationFile.Load(beside);
        ranges.Check(Network, beside);
        return ranges;
    }
}
