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

    /// <summary>Compiles the names of some languages; those of several words are left out.</summary>
    public GarmentNames(TextLanguages languages)
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var language in languages.Languages)
        {
            foreach (var name in language.Garments.Values.SelectMany(own => own))
            {
                if (TextWords.Of(name) is [var word])
                {
                    forms.TryAdd(word, word);
                    foreach (var ending in language.Plurals)
                    {
                        forms.TryAdd(word + ending, word);
                    }
                }
            }
        }

        names = forms.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Those of the languages that ship with the project.</summary>
    public static GarmentNames Default => Shipped.Value;

    /// <summary>The names in a text; none where it names no garment.</summary>
    public IReadOnlySet<string> In(string text) =>
        TextWords.Of(text).Select(word => names.GetValueOrDefault(word)).OfType<string>().ToHashSet(StringComparer.Ordinal);
}
