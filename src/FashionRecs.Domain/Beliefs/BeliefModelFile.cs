using System.Text.Json;
using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Beliefs;

/// <summary>Reads and writes a <see cref="BeliefModel"/> as JSON, with the weights it belongs to.</summary>
/// <param name="Fingerprint">Fingerprint of the network's weights whose answers it calibrates.</param>
/// <param name="Source">What it was fitted on, in words.</param>
/// <param name="Attributes">The weights per attribute, in the vocabulary's order.</param>
public sealed record BeliefModelFile(string Fingerprint, string Source, IReadOnlyList<AttributeBeliefWeights> Attributes)
{
    private const int Digits = 4;

    /// <summary>The file that ships with the project, beside the program; it need not exist.</summary>
    public static string ShippedPath => Path.Combine(AppContext.BaseDirectory, "seed", "models", "beliefs.json");

    /// <summary>Writes the file.</summary>
    public void Save(string path, AttributeVocabulary vocabulary) => File.WriteAllText(path, JsonSerializer.Serialize(
        new Stored($"{vocabulary.Name} {vocabulary.Version}", Fingerprint, Source, vocabulary.Attributes.ToDictionary(
            attribute => attribute.Code,
            attribute => new StoredAttribute(
                [.. Attributes[attribute.Position].Inputs.Select(index => vocabulary.Values[index].ToString())],
                attribute.Values.ToDictionary(value => value.Code, value => Round(Attributes[attribute.Position].Weights[value.Position]))))),
        JsonSerializerOptions.Web) + "\n");

    /// <summary>Reads a file written by <see cref="Save"/>.</summary>
    /// <exception cref="InvalidDataException">The file is not one, or was made for another vocabulary; the message says which.</exception>
    public static BeliefModelFile Load(string path, AttributeVocabulary vocabulary)
    {
        Stored stored;
        try
        {
            stored = JsonSerializer.Deserialize<Stored>(File.ReadAllText(path), JsonSerializerOptions.Web) ?? throw new JsonException("it is empty");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The beliefs '{path}' are not valid JSON: {exception.Message}", exception);
        }

        var made = $"{vocabulary.Name} {vocabulary.Version}";
        if (stored.Vocabulary != made || stored.Fingerprint is null || stored.Attributes is null)
        {
            throw new InvalidDataException($"The beliefs '{path}' were made for the vocabulary '{stored.Vocabulary}', not for '{made}'.");
        }

        var places = vocabulary.Values.ToDictionary(value => value.ToString(), value => value.Index, StringComparer.Ordinal);
        return new(stored.Fingerprint, stored.Source ?? "", [.. vocabulary.Attributes.Select(attribute => Read(path, attribute, stored.Attributes, places))]);
    }

    private static AttributeBeliefWeights Read(
        string path, GarmentAttribute attribute, IReadOnlyDictionary<string, StoredAttribute> stored, Dictionary<string, int> places)
    {
        if (!stored.TryGetValue(attribute.Code, out var own) || own.Inputs is null || own.Weights is null || !own.Inputs.All(places.ContainsKey)
            || attribute.Values.Any(value => !own.Weights.TryGetValue(value.Code, out var row) || row.Length != own.Inputs.Length + 1 || !row.All(float.IsFinite)))
        {
            throw new InvalidDataException($"The beliefs '{path}' do not fit the attribute '{attribute.Code}' of the vocabulary, or are damaged.");
        }

        return new([.. own.Inputs.Select(code => places[code])], [.. attribute.Values.Select(value => own.Weights[value.Code])]);
    }

    private static float[] Round(float[] numbers) => Array.ConvertAll(numbers, number => MathF.Round(number, Digits));

    private sealed record Stored(string? Vocabulary, string? Fingerprint, string? Source, Dictionary<string, StoredAttribute>? Attributes);

    private sealed record StoredAttribute(string[]? Inputs, Dictionary<string, float[]>? Weights);
}
