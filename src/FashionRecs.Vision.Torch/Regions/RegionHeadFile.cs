using System.Globalization;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Files;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Regions;
using FashionRecs.Vision.Torch.Backbones;
using FashionRecs.Vision.Weights;

namespace FashionRecs.Vision.Torch.Regions;

/// <summary>A <see cref="RegionHead"/> as a safetensors file, with the weights it belongs to.</summary>
/// <param name="Head">The head. The caller disposes it.</param>
/// <param name="Fingerprint">Fingerprint of the network on whose features it was fitted; on those of another it means nothing.</param>
/// <param name="Rules">How each attribute's part is cut out, in the vocabulary's order.</param>
public sealed record RegionHeadFile(RegionHead Head, string Fingerprint, IReadOnlyList<PartRule> Rules)
{
    /// <summary>Other rules for regions with the outlines of this head's: how closely parts are traced then stays as it was.</summary>
    /// <param name="chosen">One rule per attribute.</param>
    public IReadOnlyList<PartRule> KeepOutlines(IReadOnlyList<PartRule> chosen) =>
        [.. chosen.Zip(Rules, (rule, own) => rule with { Outline = own.Outline })];

    /// <summary>Writes the file, in float16.</summary>
    public void Save(string path, AttributeVocabulary vocabulary)
    {
        var metadata = new Dictionary<string, string>
        {
            ["vocabulary"] = $"{vocabulary.Name} {vocabulary.Version}",
            ["fingerprint"] = Fingerprint,
            ["width"] = Head.Width.ToString(CultureInfo.InvariantCulture),
            ["features"] = Head.Features.ToString(CultureInfo.InvariantCulture),
            ["fine_features"] = Head.FineFeatures.ToString(CultureInfo.InvariantCulture),
            ["parts"] = string.Join(' ', Rules),
        };
        var tensors = NetworkState.Save(Head.state_dict());
        AtomicFile.Write(path, stream => SafetensorsWriter.Write(stream, new SafetensorsFile(tensors, metadata), half: true));
    }

    /// <summary>Reads a file written by <see cref="Save"/>.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or made for another vocabulary; one sentence says how.</exception>
    public static RegionHeadFile Load(string path, AttributeVocabulary vocabulary) => Of(StoredRegionHead.Read(path, vocabulary));

    /// <summary>The head of a file that was read.</summary>
    /// <exception cref="InvalidDataException">A tensor is missing or has another shape.</exception>
    internal static RegionHeadFile Of(StoredRegionHead stored)
    {
        var head = new RegionHead(stored.Rules.Count, stored.Features, stored.FineFeatures, stored.Width);
        NetworkState.Load(head.state_dict(), stored.Tensors, stored.Path);
        head.eval();
        return new RegionHeadFile(head, stored.Fingerprint, stored.Rules);
    }
}
