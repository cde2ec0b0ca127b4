using System.Text.Json;
using FashionRecs.Domain.Attributes;

namespace FashionRecs.Training.Beliefs.Joint;

/// <summary>Fitted terms of <see cref="JointBeliefs"/> as a JSON file.</summary>
/// <param name="Source">What they were fitted on, in words.</param>
/// <param name="Types">Types of product that are a variable of their own; none where only attributes are.</param>
/// <param name="Strength">What pair terms are multiplied by, chosen on validation photographs.</param>
/// <param name="Terms">As <see cref="PairwiseShape"/> orders them.</param>
public sealed record JointBeliefsFile(string Source, IReadOnlyList<string> Types, double Strength, IReadOnlyList<double> Terms)
{
    private const int Digits = 4;

    /// <summary>Writes the file.</summary>
    public void Save(string path, AttributeVocabulary vocabulary) => File.WriteAllText(path, JsonSerializer.Serialize(
        new Stored(Name(vocabulary), Source, [.. Types], Strength, [.. Terms.Select(term => Math.Round(term, Digits))]),
        JsonSerializerOptions.Web) + "\n");

    /// <summary>Reads a file written by <see cref="Save"/>.</summary>
    /// <exception cref="InvalidDataException">The file is not one, or was made for another vocabulary.</exception>
    public static JointBeliefsFile Load(string path, AttributeVocabulary vocabulary)
    {
        try
        {
            var stored = JsonSerializer.Deserialize<Stored>(File.ReadAllText(path), JsonSerializerOptions.Web);
            return stored is { Source: not null, Types: not null, Terms: not null } && stored.Vocabulary == Name(vocabulary)
                && stored.Terms.Length == JointBeliefs.Shape(vocabulary, stored.Types).Count && stored.Terms.All(double.IsFinite)
                ? new(stored.Source, stored.Types, stored.Strength, stored.Terms)
                : throw new InvalidDataException($"The joint beliefs '{path}' do not fit the vocabulary '{Name(vocabulary)}'.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The joint beliefs '{path}' are not valid JSON: {exception.Message}", exception);
        }
    }

    private static string Name(AttributeVocabulary vocabulary) => $"{vocabulary.Name} {vocabulary.Version}";

    private sealed record Stored(string? Vocabulary, string? Source, string[]? Types, double Strength, double[]? Terms);
}
