using System.Runtime.InteropServices;
using System.Text.Json;

namespace FashionRecs.Domain.Embedding;

/// <summary>
/// The space of words and pictures as a shop keeps it: the map of pictures and the terms that they show. Directions lie in the file as
/// bytes, the map as float16.
/// </summary>
/// <param name="Fingerprint">Of the network whose features are mapped; those of another mean something else.</param>
/// <param name="Source">What it was learned from, in words.</param>
/// <param name="Embedding">The map, with the terms' directions.</param>
/// <param name="Terms">The terms that pictures show, by themselves.</param>
public sealed record WordSpaceFile(
    string Fingerprint, string Source, JointEmbedding Embedding, IReadOnlyDictionary<string, VisibleTerm> Terms)
{
    private const float Scale = sbyte.MaxValue;

    /// <summary>The file that ships with the project, beside the program; it need not exist.</summary>
    public static string ShippedPath => Path.Combine(AppContext.BaseDirectory, "seed", "models", "words.json");

    /// <summary>Makes the file's content of an embedding and its visible terms.</summary>
    public static WordSpaceFile Of(string fingerprint, string source, JointEmbedding embedding, IEnumerable<VisibleTerm> terms)
    {
        var visible = terms.ToDictionary(term => term.Term, StringComparer.Ordinal);
        return new(fingerprint, source, new JointEmbedding([.. embedding.Mean], [.. embedding.Rows],
            visible.ToDictionary(pair => pair.Key, pair => pair.Value.Direction, StringComparer.Ordinal)), visible);
    }

    /// <summary>Writes the file.</summary>
    public void Save(string path) => File.WriteAllText(path, JsonSerializer.Serialize(
        new Stored(Fingerprint, Source, Halves([.. Embedding.Mean]), [.. Embedding.Rows.Select(Halves)],
            [.. Terms.Values.OrderBy(term => term.Term, StringComparer.Ordinal).Select(term => new StoredTerm(
                term.Term, Bytes(term.Direction), Math.Round(term.Slope, 3), Math.Round(term.Constant, 3), Math.Round(term.Rate, 5)))]),
        JsonSerializerOptions.Web) + "\n");

    /// <summary>Reads a file written by <see cref="Save"/>.</summary>
    /// <exception cref="InvalidDataException">It is damaged; the message says so.</exception>
    public static WordSpaceFile Load(string path)
    {
        try
        {
            var stored = JsonSerializer.Deserialize<Stored>(File.ReadAllText(path), JsonSerializerOptions.Web)
                ?? throw new JsonException("it is empty");
            float[] mean = Floats(stored.Mean);
            float[][] rows = [.. stored.Rows.Select(Floats)];
            VisibleTerm[] terms = [.. stored.Terms.Select(term =>
                new VisibleTerm(term.Term, Direction(term.Direction), term.Slope, term.Constant, term.Rate))];
            if (rows.Length == 0 || rows.Any(row => row.Length != mean.Length) || terms.Any(term => term.Direction.Length != rows.Length))
            {
                throw new JsonException("its parts do not fit each other");
            }

            return Of(stored.Fingerprint, stored.Source, new JointEmbedding(mean, rows, new Dictionary<string, float[]>()), terms);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException or NullReferenceException)
        {
            throw new InvalidDataException($"The space of words '{path}' is damaged: {exception.Message}", exception);
        }
    }

    /// <summary>A vector whose numbers lie in [−1, 1], as a byte each.</summary>
    public static byte[] Bytes(ReadOnlySpan<float> vector)
    {
        var bytes = new byte[vector.Length];
        for (var at = 0; at < bytes.Length; at++)
        {
            bytes[at] = (byte)(sbyte)MathF.Round(Math.Clamp(vector[at], -1, 1) * Scale);
        }

        return bytes;
    }

    /// <summary>Reads back <see cref="Bytes"/>; each number is off by 1/254 at most.</summary>
    public static float[] Direction(ReadOnlySpan<byte> bytes)
    {
        var vector = new float[bytes.Length];
        for (var at = 0; at < vector.Length; at++)
        {
            vector[at] = (sbyte)bytes[at] / Scale;
        }

        return vector;
    }

    private static byte[] Halves(float[] numbers) =>
        MemoryMarshal.AsBytes<Half>(Array.ConvertAll(numbers, number => (Half)number)).ToArray();

    private static float[] Floats(byte[] halves) =>
        Array.ConvertAll(MemoryMarshal.Cast<byte, Half>(halves).ToArray(), number => (float)number);

    private sealed record Stored(string Fingerprint, string Source, byte[] Mean, byte[][] Rows, StoredTerm[] Terms);

    private sealed record StoredTerm(string Term, byte[] Direction, double Slope, double Constant, double Rate);
}
