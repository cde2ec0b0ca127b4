using System.Globalization;
using FashionRecs.Domain.Attributes;
using FashionRecs.Vision.Weights;

namespace FashionRecs.Vision.Regions;

/// <summary>A head for regions as its file holds it; reading it needs no torch.</summary>
/// <param name="Tensors">Its numbers by name.</param>
/// <param name="Fingerprint">Fingerprint of the network on whose features it was fitted.</param>
/// <param name="Rules">How each attribute's part is cut out, in the vocabulary's order.</param>
/// <param name="Features">Channels of the last feature map.</param>
/// <param name="FineFeatures">Channels of the fine feature map.</param>
/// <param name="Width">Channels inside.</param>
/// <param name="Path">Where it comes from.</param>
internal sealed record StoredRegionHead(
    IReadOnlyDictionary<string, StoredTensor> Tensors, string Fingerprint, IReadOnlyList<PartRule> Rules, int Features, int FineFeatures,
    int Width, string Path)
{
    /// <summary>The file that ships with the project, beside the program; it need not exist.</summary>
    public static string ShippedPath => System.IO.Path.Combine(AppContext.BaseDirectory, "seed", "models", "regions.safetensors");

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or made for another vocabulary; one sentence says how.</exception>
    public static StoredRegionHead Read(string path, AttributeVocabulary vocabulary)
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
            return rules.Length == vocabulary.Attributes.Count
                ? new StoredRegionHead(
                    file.Tensors, file.Metadata["fingerprint"], rules, Number("features"), Number("fine_features"), Number("width"), path)
                : throw new FormatException();
        }
        catch (Exception exception) when (exception is KeyNotFoundException or FormatException or OverflowException)
        {
            throw new InvalidDataException($"The regions '{path}' do not say what they are for.", exception);
        }

        int Number(string name) => int.Parse(file.Metadata[name],
            CultureInfo.InvariantCulture) is > 0 and <= 4096 and var number ? number : throw new FormatException();
    }
}
