using System.Text.Json;
using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Preferences;

/// <summary>A learned prior as JSON, with what it was learned from.</summary>
/// <param name="Prior">Mean and covariance of the weights.</param>
/// <param name="Source">What it was learned from, in words.</param>
public sealed record PreferencePriorFile(PreferencePrior Prior, string Source)
{
    private const int Digits = 6;

    /// <summary>The prior that ships with the project; the file need not exist.</summary>
    public static string ShippedPath => Path.Combine(AppContext.BaseDirectory, "seed", "models", "preference-prior.json");

    /// <summary>
    /// What a shop believes of a new shopper: how weights go together, as learned from purchases, around weight 0; nothing of another vocabulary or where no such file ships.
    /// </summary>
    /// <exception cref="InvalidDataException">The shipped file is damaged.</exception>
    public static PreferencePrior Starting(AttributeVocabulary vocabulary, PreferenceOptions preferences) => vocabulary == AttributeVocabularyFile.Default && File.Exists(ShippedPath)
        ? Load(ShippedPath, vocabulary).Prior.Centred()
        : PreferencePrior.Flat(vocabulary, preferences.PriorVariance);

    /// <summary>Writes the file.</summary>
    public void Save(string path, AttributeVocabulary vocabulary) => File.WriteAllText(path, JsonSerializer.Serialize(
        new Stored($"{vocabulary.Name} {vocabulary.Version}", Source, Round(Prior.Mean), Round(Prior.Covariance)), JsonSerializerOptions.Web) + "\n");

    /// <summary>Reads a file written by <see cref="Save"/>.</summary>
    /// <exception cref="InvalidDataException">The file is not one, or was made for another vocabulary.</exception>
    public static PreferencePriorFile Load(string path, AttributeVocabulary vocabulary)
    {
        Stored? stored;
        try
        {
            stored = JsonSerializer.Deserialize<Stored>(File.ReadAllText(path), JsonSerializerOptions.Web);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The prior '{path}' is not valid JSON: {exception.Message}", exception);
        }

        var made = $"{vocabulary.Name} {vocabulary.Version}";
        if (stored?.Mean is null || stored.Covariance is null || stored.Vocabulary != made || stored.Mean.Length != vocabulary.Values.Count
            || stored.Covariance.Length != PackedSymmetric.Length(stored.Mean.Length) || !stored.Mean.Concat(stored.Covariance).All(double.IsFinite))
        {
            throw new InvalidDataException($"The prior '{path}' was made for the vocabulary '{stored?.Vocabulary}', not for '{made}', or is damaged.");
        }

        return new PreferencePriorFile(new PreferencePrior(stored.Mean, stored.Covariance), stored.Source);
    }

    private static double[] Round(ReadOnlySpan<double> numbers) => Array.ConvertAll(numbers.ToArray(), number => Math.Round(number, Digits));

    private sealed record Stored(string Vocabulary, string Source, double[] Mean, double[] Covariance);
}
