using System.Collections.Frozen;

namespace FashionRecs.Domain.Texts;

/// <summary>
/// The names of garments that a text uses, such as "jean" and "trouser" for "Jeans, a pair of trousers": words of the languages' data, in
/// the singular, in whichever language. Immutable and safe to share between threads.
/// </summary>
public sealed class GarmentNames
{
    private static readonly Lazy<GarmentNames> Shipped = new(() => new GarmentNames(TextLanguagesFile.Default));

    private readonly FrozenDictionary<string, string> names;
    private readonly FrozenSet<string> plain;

    /// <summary>Compiles the names of some languages; those of several words are left out.</summary>
    public GarmentNames(TextLanguages languages)
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        var (without, with) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var language in languages.Languages)
        {
            foreach (var (kind, name) in language.Garments.SelectMany(own => own.Value.Select(name => (own.Key, name))))
            {
                if (TextWords.Of(name) is [var word])
                {
                    (languages.Garments.TryGetValue(kind, out var attributes) && attributes.Count == 0 ? without : with).Add(word);
                    forms.TryAdd(word, word);
                    foreach (var ending in language.Plurals)
                    {
                        forms.TryAdd(word + ending, word);
                    }
                }
            }
        }

        names = forms.ToFrozenDictionary(StringComparer.Ordinal);
        // A word that means something with attributes in one language is not one without.
        plain = without.Except(with).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Those of the languages that ship with the project.</summary>
    public static GarmentNames Default => Shipped.Value;

    /// <summary>Whether a text names things, and only such that can have no attribute: shoes, bags, jewellery and the like.</summary>
    public bool AreWithoutAttributes(string text) => In(text) is { Count: > 0 } found && found.All(plain.Contains);

    /// <summary>The names in a text; none where it names no garment.</summary>
    public IReadOnlySet<string> In(string text) =>
        TextWords.Of(text).Select(word => names.GetValueOrDefault(word)).OfType<string>().ToHashSet(StringComparer.Ordinal);
}
