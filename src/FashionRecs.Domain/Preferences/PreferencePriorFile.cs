using System.Text.Json;
using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Preferences;

/// <summary>A learned prior as JSON, with what it was learned from and the codes of the values that it is about.</summary>
/// <param name="Prior">Mean and covariance of the weights.</param>
/// <param name="Source">What it was learned from, in words.</param>
public sealed record PreferencePriorFile(PreferencePrior Prior, string Source)
{
    private const int Digits = 6;

    /// <summary>Values named in a message; the others are counted.</summary>
    private const int MostNamed = 3;

    /// <summary>The prior that ships with the project; the file need not exist.</summary>
    public static string ShippedPath => Path.Combine(AppContext.BaseDirectory, "seed", "models", "preference-prior.json");

    /// <summary>
    /// What a shop believes of a new shopper: how weights go together, as learned from purchases, around weight 0. Of a vocabulary that was
    /// changed since, the values that it still has keep what was learned, and new ones start on their own. Nothing is believed of another
    /// vocabulary, or where no such file ships.
    /// </summary>
    /// <exception cref="InvalidDataException">The shipped file is damaged; the message says where.</exception>
    public static PreferencePrior Starting(AttributeVocabulary vocabulary, PreferenceOptions preferences) =>
        File.Exists(ShippedPath) && Read(ShippedPath) is var stored && NameOf(stored) == vocabulary.Name
            ? Project(stored, vocabulary, preferences.PriorVariance).Centred()
            : PreferencePrior.Flat(vocabulary, preferences.PriorVariance);

    /// <summary>
    /// The same from what <see cref="Write"/> wrote; null where it is about another vocabulary.
    /// </summary>
    /// <exception cref="InvalidDataException">It is damaged; the message says where.</exception>
    public static PreferencePrior? TryStarting(string text, AttributeVocabulary vocabulary, PreferenceOptions preferences) =>
        Parse(text, "learned") is var stored && NameOf(stored) == vocabulary.Name
            ? Project(stored, vocabulary, preferences.PriorVariance).Centred() : null;

    /// <summary>Writes the file.</summary>
    public void Save(string path, AttributeVocabulary vocabulary) => File.WriteAllText(path, Write(vocabulary) + "\n");

    /// <summary>What the file says.</summary>
    public string Write(AttributeVocabulary vocabulary) => JsonSerializer.Serialize(
        new Stored(
            $"{vocabulary.Name} {vocabulary.Version}", Source, [.. vocabulary.Values.Select(value => value.FullCode())], Round(Prior.Mean),
            Round(Prior.Covariance)),
        JsonSerializerOptions.Web);

    /// <summary>Reads a file written by <see cref="Save"/> for the same values, in whatever order.</summary>
    /// <exception cref="InvalidDataException">The file is not one, or was made for other values; the message says what differs.</exception>
    public static PreferencePriorFile Load(string path, AttributeVocabulary vocabulary)
    {
        var stored = Read(path);
        if (NameOf(stored) != vocabulary.Name)
        {
            throw new InvalidDataException(
                $"The prior '{path}' was made for the vocabulary '{NameOf(stored)}', not for '{vocabulary.Name}'.");
        }

        string[] known = [.. vocabulary.Values.Select(value => value.FullCode())];
        string[] differences =
        [
            .. Named("it knows nothing of", known.Except(stored.Values)),
            .. Named("it is about", stored.Values.Except(known), ", which the vocabulary does not have"),
        ];
        return differences.Length == 0
            ? new PreferencePriorFile(Project(stored, vocabulary, 0), stored.Source)
            : throw new InvalidDataException(
                $"The prior '{path}' was made for other values of '{vocabulary.Name}': {string.Join("; ", differences)}. "
                + "Learn it anew with 'fashionrecs recommend prior'.");
    }

    private static IEnumerable<string> Named(string what, IEnumerable<string> codes, string end = "")
    {
        string[] all = [.. codes];
        if (all.Length > 0)
        {
            var more = all.Length > MostNamed ? $" and {all.Length - MostNamed} more" : "";
            yield return $"{what} {string.Join(", ", all.Take(MostNamed).Select(code => $"'{code}'"))}{more}{end}";
        }
    }

    private static Stored Read(string path) => Parse(File.ReadAllText(path), path);

    private static Stored Parse(string text, string path)
    {
        Stored? stored;
        try
        {
            stored = JsonSerializer.Deserialize<Stored>(text, JsonSerializerOptions.Web);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The prior '{path}' is not valid JSON: {exception.Message}", exception);
        }

        var damage = stored is null ? "it is empty"
            : stored.Vocabulary is null || stored.Values is null || stored.Mean is null || stored.Covariance is null
                ? "it needs 'vocabulary', 'values', 'mean' and 'covariance'"
            : stored.Mean.Length != stored.Values.Length ? $"it names {stored.Values.Length} values and has {stored.Mean.Length} means"
            : stored.Covariance.Length != PackedSymmetric.Length(stored.Mean.Length)
                ? $"{stored.Mean.Length} values need {PackedSymmetric.Length(stored.Mean.Length)} covariances, "
                    + $"and it has {stored.Covariance.Length}"
            : stored.Values.Distinct(StringComparer.Ordinal).Count() < stored.Values.Length ? "it names a value twice"
            : !stored.Mean.Concat(stored.Covariance).All(double.IsFinite) ? "it holds a number that is not finite"
            : null;
        return damage is null ? stored! : throw new InvalidDataException($"The prior '{path}' is damaged: {damage}.");
    }

    /// <summary>
    /// What is stored, in the order of a vocabulary; a visible value of which nothing is stored has mean 0 and a variance of its own.
    /// </summary>
    private static PreferencePrior Project(Stored stored, AttributeVocabulary vocabulary, double variance)
    {
        var places = stored.Values.Index().ToDictionary(code => code.Item, code => code.Index, StringComparer.Ordinal);
        int[] from = [.. vocabulary.Values.Select(value => places.GetValueOrDefault(value.FullCode(), -1))];
        double[] mean = [.. from.Select(place => place < 0 ? 0 : stored.Mean[place])];
        var covariance = new double[PackedSymmetric.Length(mean.Length)];
        for (var row = 0; row < mean.Length; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                covariance[PackedSymmetric.At(row, column)] = from[row] >= 0 && from[column] >= 0
                    ? stored.Covariance[PackedSymmetric.At(from[row], from[column])]
                    : row == column && !vocabulary.Values[row].IsInvisible ? variance
                    : 0;
            }
        }

        return new PreferencePrior(mean, covariance);
    }

    private static string NameOf(Stored stored) =>
        stored.Vocabulary.LastIndexOf(' ') is > 0 and var end ? stored.Vocabulary[..end] : stored.Vocabulary;

    private static double[] Round(ReadOnlySpan<double> numbers) =>
        Array.ConvertAll(numbers.ToArray(), number => Math.Round(number, Digits));

    private sealed record Stored(string Vocabulary, string Source, string[] Values, double[] Mean, double[] Covariance);
}
