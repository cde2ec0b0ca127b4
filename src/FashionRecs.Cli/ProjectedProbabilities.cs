using System.Text.Json;
using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;
using FashionRecs.Vision.Inference;

namespace FashionRecs.Cli;

/// <summary>
/// What the network says of labelled pictures, the way a shop reads them: from the JSON lines of <c>project --json</c>, or by projecting
/// them now.
/// </summary>
internal static class ProjectedProbabilities
{
    /// <summary>
    /// How far the file may be from the network at hand: another processor rounds differently, other weights differ by more.
    /// </summary>
    private const float Tolerance = 0.1f;

    /// <summary>Per picture one probability per value of the vocabulary.</summary>
    /// <exception cref="InvalidDataException">A picture cannot be projected or is not in the file, or the file was made by another
    /// network.</exception>
    public static async Task<IReadOnlyList<float[]>> ReadAsync(
        ProjectionEngine engine, IReadOnlyList<LabelledPicture> pictures, string? file, CancellationToken cancellation)
    {
        if (file is null)
        {
            return await ProjectAsync(engine, pictures, cancellation);
        }

        var stored = Parse(file, engine.Vocabulary);
        float[][] read = [.. pictures.Select(picture => stored.GetValueOrDefault(Path.GetFullPath(picture.Path))
            ?? throw new InvalidDataException($"The picture '{picture.Path}' is not in '{file}'."))];
        var fresh = await ProjectAsync(engine, [.. pictures.Take(1)], cancellation);
        return fresh[0].Zip(read[0]).All(pair => Math.Abs(pair.First - pair.Second) <= Tolerance)
            ? read
            : throw new InvalidDataException(
                $"'{file}' was made by other weights than {engine.Fingerprint}: they read '{pictures[0].Path}' differently.");
    }

    private static async Task<IReadOnlyList<float[]>> ProjectAsync(ProjectionEngine engine, IReadOnlyList<LabelledPicture> pictures,
        CancellationToken cancellation)
    {
        var read = new List<float[]>(pictures.Count);
        await foreach (
            var one in FolderProjection.RunAsync(engine, [.. pictures.Select(picture => picture.Path)], cancellation: cancellation))
        {
            read.Add(one.Result is { } result
                ? [.. result.Picture.Attributes.SelectMany(attribute => attribute.Probabilities)]
                : throw new InvalidDataException($"{one.Path}: {one.Error}"));
        }

        return read;
    }

    private static Dictionary<string, float[]> Parse(string file, AttributeVocabulary vocabulary)
    {
        var read = new Dictionary<string, float[]>(StringComparer.Ordinal);
        foreach (var (index, line) in File.ReadLines(file).Index())
        {
            try
            {
                using var document = JsonDocument.Parse(line);
                var picture = document.RootElement;
                if (picture.GetProperty("attributes").ValueKind == JsonValueKind.Null)
                {
                    continue;
                }

                float[] said = [.. picture.GetProperty("attributes").EnumerateArray().SelectMany(attribute =>
                    attribute.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("probability").GetSingle()))];
                read[Path.GetFullPath(picture.GetProperty("image").GetString()!)] = said.Length == vocabulary.Values.Count
                    ? said
                    : throw new InvalidDataException($"{said.Length} values instead of {vocabulary.Values.Count}");
            }
            catch (Exception exception) when (
                exception is JsonException or KeyNotFoundException or InvalidOperationException or InvalidDataException)
            {
                throw new InvalidDataException($"{file}, line {index + 1}: not a projected picture ({exception.Message})", exception);
            }
        }

        return read;
    }
}
