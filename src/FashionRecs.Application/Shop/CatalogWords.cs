using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Shop;

/// <summary>The words of a search, taken apart: what means values or families of the vocabulary, and the rest.</summary>
/// <param name="Meant">Words that mean values, each with the values of one attribute that they can mean.</param>
/// <param name="Rest">The other words.</param>
internal sealed record CatalogWords(IReadOnlyList<(string Words, IReadOnlyList<AttributeValue> Values)> Meant, IReadOnlyList<string> Rest)
{
    /// <summary>Takes words apart.</summary>
    public static CatalogWords Of(string words, AttributeVocabulary vocabulary)
    {
        var (meant, rest) = VocabularyWords.Of(vocabulary).Read(words);
        return new CatalogWords(meant, rest.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The products that have all of it.</summary>
    /// <param name="items">All products.</param>
    /// <param name="shows">Whether a product shows one of some values.</param>
    public HashSet<CatalogItem> Find(IReadOnlyList<CatalogItem> items, Func<CatalogItem, IReadOnlyList<AttributeValue>, bool> shows)
    {
        var texts = items.Select(item => (Item: item, Text: Text(item))).ToArray();
        // The first form of a word that is found anywhere counts for all.
        var forms = Rest.Select(word => WordForms.Of(word).Select(form => $" {form}")
            .FirstOrDefault(form => texts.Any(entry => entry.Text.Contains(form, StringComparison.OrdinalIgnoreCase)))).ToArray();
        return forms.Contains(null) || Meant.Count + Rest.Count == 0 ? [] :
        [
            .. texts.Where(entry => forms.All(form => entry.Text.Contains(form!, StringComparison.OrdinalIgnoreCase))
                && Meant.All(meaning => shows(entry.Item, meaning.Values)
                    || entry.Text.Contains($" {meaning.Words}", StringComparison.OrdinalIgnoreCase)))
                .Select(entry => entry.Item),
        ];
    }

    private static string Text(CatalogItem item)
    {
        var product = item.Product;
        var phrases = item.Readings.Select(reading => reading.Statement?.Phrase).OfType<string>();
        return " " + VocabularyWords.Plain(
            string.Join('\n',
            [product.Name, product.Type, product.Colour, product.Pattern, product.Section, product.Description, .. phrases]));
    }
}
