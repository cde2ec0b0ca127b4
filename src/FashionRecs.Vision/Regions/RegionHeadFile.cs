using System.Globalization;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Files;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Weights;

namespace FashionRecs.Vision.Regions;

/// <summary>A <see cref="RegionHead"/> as a safetensors file, with the weights it belongs to.</summary>
/// <param name="Head">The head. The caller disposes it.</param>
/// <param name="Fingerprint">Fingerprint of the network on whose features it was fitted; on those of another it means nothing.</param>
/// <param name="Rules">How each attribute's part is cut out, in the vocabulary's order.</param>
public sealed record RegionHeadFile(RegionHead Head, string Fingerprint, IReadOnlyList<PartRule> Rules)
{
    /// <summary>The file that ships with the project, beside the program; it need not exist.</summary>
    public static string ShippedPath => Path.Combine(AppContext.BaseDirectory, "seed", "models", "regions.safetensors");

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
    public static RegionHeadFile Load(string path, AttributeVocabulary vocabulary)
    {
        var file = SafetensorsReader.Read(path);
        try
        {
            if (file.Metadata["vocabulary"] is var made && made != $"{vocabulary.Name} {vocabulary.Version}")
            {
                throw new InvalidDataException(
                    $"The regions '{path}' were made for the vocabulary '{made}', not for '{vocabulary.Name} {vocabulary.Version}'.");
            }

            PartRule[] rules = [.. file.Metadata["parts"].Split(' ').Select(PartRule.Parse)];
            if (rules.Length != vocabulary.Attributes.Count)
            {
                throw new FormatException();
            }

            var head = new RegionHead(rules.Length, Number("features"), Number("fine_features"), Number("width"));
            var live = head.state_dict();
            NetworkState.Load(live, file.Tensors, path);
            head.eval();
            return new RegionHeadFile(head, file.Metadata["fingerprint"], rules);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or FormatException or OverflowException)
        {
            throw new InvalidDataException($"The regions '{path}' do not say what they are for.", exception);
        }

        int Number(string name) => int.Parse(file.Metadata[name],
            CultureInfo.InvariantCulture) is > 0 and <= 4096 and var number ? number : throw new FormatException();
    }
}
