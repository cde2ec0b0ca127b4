using FashionRecs.Domain.Search;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Languages;

/// <summary>
/// Says a shop's own names of types, colours, patterns and sections in another language, where the search words know the whole name; else
/// as the retailer wrote them.
/// </summary>
public static class CatalogWords
{
    private static readonly Lazy<Dictionary<string, IReadOnlyDictionary<string, string>>> Known = new(() =>
    {
        var known = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (_, concept) in SearchWordsFile.Default.Concepts.Where(entry => entry.Concept.Names.Count > 0))
        {
            foreach (var word in concept.Words.GetValueOrDefault("en", []).Prepend(concept.Code))
            {
                known.TryAdd(word, concept.Names);
                known.TryAdd(word + "s", concept.Names);
                known.TryAdd(word + "es", concept.Names);
            }
        }

        return known;
    });

    /// <summary>The name, for example "Kleid" for "Dress".</summary>
    public static string Of(string name, IStringLocalizer texts) =>
        Known.Value.GetValueOrDefault(name.Trim())?.GetValueOrDefault(texts.Language().Code) ?? name;
}
