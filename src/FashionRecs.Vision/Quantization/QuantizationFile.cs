using System.IO.Hashing;
using System.Text.Json;
using FashionRecs.Domain.Files;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Onnx;

namespace FashionRecs.Vision.Quantization;

/// <summary>
/// What a network needs to run in int8: the ranges of its activations, found on photographs. It lies beside the weights it belongs to and
/// holds for every weights file with the same backbone: new heads leave the ranges as they are.
/// </summary>
/// <param name="Format">Version of the file's format, <see cref="CurrentFormat"/>.</param>
/// <param name="Fingerprint">Fingerprint of the weights it was made for, for people.</param>
/// <param name="Backbone">Fingerprint of their backbone alone, which must be that of the weights in use.</param>
/// <param name="Input">Input size it was made at, height x width.</param>
/// <param name="Pictures">Pictures the ranges were found on.</param>
/// <param name="Ranges">Scale and zero by the tensor's name.</param>
/// <param name="Agreement">What was measured on other pictures of the same folder; null where it was not.</param>
public sealed record QuantizationFile(
    int Format, string Fingerprint, string Backbone, string Input, int Pictures, IReadOnlyDictionary<string, ActivationRange> Ranges,
    EngineAgreement? Agreement = null)
{
    /// <summary>The format that is read.</summary>
    public const int CurrentFormat = 1;

    private const string Remedy = "make it anew with fashionrecs quantize";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true, NewLine = "\n", RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The file that ships with the project, beside the program.</summary>
    public static string ShippedPath => PathFor(AttributeModelFile.ShippedPath);

    /// <summary>Where the file of a weights file lies: beside it.</summary>
    public static string PathFor(string weights) => Path.ChangeExtension(weights, ".int8.json");

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">It is damaged or of another format; one sentence says what to do.</exception>
    public static QuantizationFile Load(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var file = JsonSerializer.Deserialize<QuantizationFile>(stream, Json) ?? throw new JsonException();
            if (file.Format != CurrentFormat)
            {
                throw new InvalidDataException($"The int8 ranges '{path}' are of format {file.Format}, not {CurrentFormat}; {Remedy}.");
            }

            return file.Ranges.Values.All(range => range.Scale is > 0 and < 1e6f) ? file : throw new JsonException();
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The int8 ranges '{path}' are damaged; {Remedy}.", exception);
        }
    }

    /// <summary>Writes the file.</summary>
    public void Save(string path) => AtomicFile.Write(path, stream =>
    {
        JsonSerializer.Serialize(stream, this, Json);
        stream.WriteByte((byte)'\n');
    });

    /// <summary>Tells these ranges from others.</summary>
    internal string Stamp() => Convert.ToHexStringLower(XxHash64.Hash(JsonSerializer.SerializeToUtf8Bytes(Ranges)));

    /// <summary>Refuses ranges that do not belong to a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="path">Names the file in the message.</param>
    /// <exception cref="InvalidDataException">They belong to another; one sentence says to which.</exception>
    internal void Check(PlainNetwork network, string path)
    {
        if (network.BackboneFingerprint() is var backbone && backbone != Backbone)
        {
            throw new InvalidDataException(
                $"The int8 ranges '{path}' belong to the backbone {Backbone} of the weights {Fingerprint}, not to {backbone}; {Remedy}.");
        }

        if (NetworkGraph.Ranged(network).FirstOrDefault(name => !Ranges.ContainsKey(name)) is { } missing)
        {
            throw new InvalidDataException($"The int8 ranges '{path}' have none for '{missing}'; {Remedy}.");
        }
    }
}
