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
                attribute.Values.ToDictionary(value => value.Code,
                    value => Round(Attributes[attribute.Position].Weights[value.Position]))))),
        JsonSerializerOptions.Web) + "\n");

    /// <summary>
    /// Reads a file written by <see cref="Save"/>. Of a vocabulary that was changed since, what it still has keeps what was fitted; new
    /// values count by their own logit.
    /// </summary>
    /// <exception cref="InvalidDataException">The file is not one, or was made for another vocabulary; the message says which.</exception>
    public static BeliefModelFile Load(string path, AttributeVocabulary vocabulary)
    {
        Stored stored;
        try
        {
            stored = JsonSerializer.Deserialize<Stored>(File.ReadAllText(path), JsonSerializerOptions.Web)
                ?? throw new JsonException("it is empty");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The beliefs '{path}' are not valid JSON: {exception.Message}", exception);
        }

        var made = $"{vocabulary.Name} {vocabulary.Version}";
        if (stored.Vocabulary?.StartsWith($"{vocabulary.Name} ", StringComparison.Ordinal) != true || stored.Fingerprint is null
            || stored.Attributes is null)
        {
            throw new InvalidDataException($"The beliefs '{path}' were made for the vocabulary '{stored.Vocabulary}', not for '{made}'.");
        }

        if (vocabulary.Attributes.FirstOrDefault(attribute =>
            IsBroken(attribute, stored, mustHaveAll: stored.Vocabulary == made)) is { } broken)
        {
            throw new InvalidDataException(
                $"The beliefs '{path}' do not fit the attribute '{broken.Code}' of the vocabulary, or are damaged.");
        }

        var places = vocabulary.Values.ToDictionary(value => value.ToString(), value => value.Index, StringComparer.Ordinal);
        return new(stored.Fingerprint, stored.Source ?? "",
            [.. vocabulary.Attributes.Select(attribute =>
                Project(attribute, stored.Attributes.GetValueOrDefault(attribute.Code), places))]);
    }

    private static bool IsBroken(GarmentAttribute attribute, Stored stored, bool mustHaveAll) =>
        !stored.Attributes!.TryGetValue(attribute.Code, out var own)
            ? mustHaveAll
            : own.Inputs is null || own.Weights is null
                || own.Inputs.Distinct(StringComparer.Ordinal).Count() < own.Inputs.Length
                || own.Weights.Values.Any(row => row is null || row.Length != own.Inputs.Length + 1 || !row.All(float.IsFinite))
                || (mustHaveAll && !attribute.Values.All(value => own.Weights.ContainsKey(value.Code)));

    /// <summary>What is stored of an attribute, in the order of a vocabulary.</summary>
    private static AttributeBeliefWeights Project(GarmentAttribute attribute, StoredAttribute? own, Dictionary<string, int> places)
    {
        var stored = (own?.Inputs ?? []).Index().Where(input => places.ContainsKey(input.Item))
            .ToDictionary(input => places[input.Item], input => input.Index);
        int[] inputs = [.. stored.Keys.Union(attribute.Values.Select(value => value.Index))];
        return new(inputs, [.. attribute.Values.Select(value => own?.Weights?.GetValueOrDefault(value.Code) is { } row
            ? inputs.Select(index => stored.TryGetValue(index, out var at) ? row[at] : 0).Append(row[^1]).ToArray()
            : inputs.Select(index => index == value.Index ? BeliefModel.Untrained : 0).Append(0).ToArray())]);
    }

    private static float[] Round(float[] numbers) => Array.ConvertAll(numbers, number => MathF.Round(number, Digits));

    private sealed record Stored(string? Vocabulary, string? Fingerprint, string? Source, Dictionary<string, StoredAttribute>? Attributes);

    private sealed record StoredAttribute(string[]? Inputs, Dictionary<string, float[]>? Weights);
}
