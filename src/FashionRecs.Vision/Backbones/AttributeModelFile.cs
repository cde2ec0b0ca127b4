using System.Globalization;
using System.Security.Cryptography;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Files;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Saliency;
using FashionRecs.Vision.Weights;

namespace FashionRecs.Vision.Backbones;

/// <summary>
/// A weights file of the attribute network with what it needs to be used: shape, input size, calibration, how regions are found.
/// </summary>
/// <param name="Shape">The network's architecture.</param>
/// <param name="Input">The input size the weights were made for.</param>
/// <param name="Temperatures">One per attribute: probabilities are the sigmoid of logit ÷ temperature (Guo et al., "On Calibration of
/// Modern Neural Networks", 2017).</param>
/// <param name="MapThreshold">Part of a map's maximum, in (0, 1), above which a place belongs to the region, for attributes without a rule
/// of their own.</param>
public sealed record AttributeModelFile(NetworkShape Shape, InputSize Input, IReadOnlyList<double> Temperatures, double MapThreshold)
{
    /// <summary>Part of the maximum that bounds a region when a file names none: Grad-CAM's customary value.</summary>
    public const double DefaultMapThreshold = 0.4;

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>
    /// How the region of each attribute is found; null for the value's own map above <see cref="MapThreshold"/>, as older files have it.
    /// </summary>
    public IReadOnlyList<RegionRule>? RegionRules { get; init; }

    /// <summary>How the region of an attribute is found.</summary>
    public RegionRule RegionRule(GarmentAttribute attribute) =>
        RegionRules?[attribute.Position] ?? new RegionRule(CamContrast.Value, MapThreshold, Joined: false);

    /// <summary>The weights that ship with the project.</summary>
    public static string ShippedPath => Path.Combine(AppContext.BaseDirectory, "seed", "models", "attributes.safetensors");

    /// <summary>Writes tensors and this record as one file.</summary>
    public void Save(string path, IReadOnlyDictionary<string, StoredTensor> tensors, AttributeVocabulary vocabulary, bool half) =>
        AtomicFile.Write(path, stream => Save(stream, tensors, vocabulary, half));

    /// <summary>Writes tensors and this record to a stream.</summary>
    public void Save(Stream stream, IReadOnlyDictionary<string, StoredTensor> tensors, AttributeVocabulary vocabulary, bool half)
    {
        var metadata = new Dictionary<string, string>
        {
            ["vocabulary"] = $"{vocabulary.Name} {vocabulary.Version}",
            ["architecture"] = Shape.Architecture,
            ["width"] = Shape.Width.ToString(Invariant),
            ["last_stride"] = Shape.LastStride.ToString(Invariant),
            ["input"] = Input.ToString(),
            ["temperatures"] = string.Join(' ', Temperatures.Select(value => value.ToString("R", Invariant))),
            ["map_threshold"] = MapThreshold.ToString("R", Invariant),
        };
        if (RegionRules is not null)
        {
            metadata["regions"] = string.Join(' ', RegionRules);
        }

        SafetensorsWriter.Write(stream, new SafetensorsFile(tensors, metadata), half);
    }

    /// <summary>The calibrated probability in [0, 1] of each value of an attribute, in its order.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="logits">One per value of the vocabulary.</param>
    public float[] Probabilities(GarmentAttribute attribute, ReadOnlySpan<float> logits)
    {
        var temperature = (float)Temperatures[attribute.Position];
        var probabilities = new float[attribute.Values.Count];
        for (var i = 0; i < probabilities.Length; i++)
        {
            probabilities[i] = 1 / (1 + MathF.Exp(-logits[attribute.Start + i] / temperature));
        }

        return probabilities;
    }

    /// <summary>Fingerprint of a weights file: the first 16 hexadecimal digits of its SHA-256.</summary>
    public static string Fingerprint(string path)
    {
        using var stream = File.OpenRead(path);
        return Fingerprint(stream);
    }

    /// <summary>The same of what is left of a stream.</summary>
    public static string Fingerprint(Stream stream) => Convert.ToHexStringLower(SHA256.HashData(stream))[..16];

    /// <summary>What a file that was read says of itself.</summary>
    internal static AttributeModelFile Parse(SafetensorsFile file, string path, AttributeVocabulary vocabulary)
    {
        var metadata = file.Metadata;
        try
        {
            if (metadata["vocabulary"] is var made && made != $"{vocabulary.Name} {vocabulary.Version}")
            {
                throw new InvalidDataException(
                    $"The weights file '{path}' was made for the vocabulary '{made}', not for '{vocabulary.Name} {vocabulary.Version}'.");
            }

            var architecture = metadata.GetValueOrDefault("architecture", NetworkShape.DefaultArchitecture);
            if (!Architectures.Names.Contains(architecture))
            {
                throw new InvalidDataException(
                    $"The weights file '{path}' is for the architecture '{architecture}', which is unknown; known are "
                        + $"{string.Join(", ", Architectures.Names)}.");
            }

            double[] temperatures = [.. metadata["temperatures"].Split(' ').Select(text => double.Parse(text, Invariant))];
            int width = int.Parse(metadata["width"], Invariant), stride = int.Parse(metadata["last_stride"], Invariant);
            var threshold = double.Parse(metadata["map_threshold"], Invariant);
            RegionRule[]? rules = metadata.TryGetValue("regions", out var texts) ? [.. texts.Split(' ').Select(Saliency.RegionRule.Parse)]
                : null;
            return temperatures.Length == vocabulary.Attributes.Count && temperatures.All(value => value is > 0 and < 100)
                && width is >= 1 and <= 256 && stride is 1 or 2 && threshold is > 0 and < 1
                && (rules is null || rules.Length == vocabulary.Attributes.Count)
                ? new AttributeModelFile(new NetworkShape(width, stride, architecture), InputSize.Parse(metadata["input"]), temperatures,
                    threshold)
                {
                    RegionRules = rules,
                }
                : throw new FormatException();
        }
        catch (Exception exception) when (exception is KeyNotFoundException or FormatException or OverflowException)
        {
            throw new InvalidDataException($"The weights file '{path}' does not say what network it is for.", exception);
        }
    }
}
