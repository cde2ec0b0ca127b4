using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Application.Shop;

/// <summary>Filters, counts and orders the catalog in memory.</summary>
internal static class CatalogSearch
{
    /// <summary>Amount from which a product has a value, in [0, 1].</summary>
    private const float Has = 0.5f;

    public static CatalogPage Find(CatalogSnapshot catalog, CatalogQuery query, PreferenceVector weights, AttributeVocabulary vocabulary)
    {
        // One entry per kind of filter, so that each count can leave its own kind out.
        var filters = new Dictionary<string, Func<CatalogItem, bool>>();
        foreach (var wanted in query.Values.GroupBy(value => value.Attribute))
        {
            filters[wanted.Key.Code] = item => wanted.Any(value => Shows(item, value));
        }

        Add(filters, "type", query.Types, item => item.Product.Type);
        Add(filters, "colour", query.Colours, item => item.Product.Colour);
        if (query.Price is { } range)
        {
            filters["price"] = item => range.Has(item.Product.Price);
        }

        var words = query.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length > 0)
        {
            var texts = catalog.Items.Select(item => (Item: item, Text: Text(item))).ToArray();
            var found = words.Select(word => WordForms.Of(word).Select(form => texts.Where(entry => entry.Text.Contains(form, StringComparison.OrdinalIgnoreCase)).Select(entry => entry.Item).ToHashSet())
                .FirstOrDefault(hits => hits.Count > 0) ?? []).ToArray();
            filters["words"] = item => found.All(hits => hits.Contains(item));
        }

        CatalogItem[] Matching(string? except) =>
            [.. catalog.Items.Where(item => filters.All(filter => filter.Key == except || filter.Value(item)))];

        var matching = Matching(null);
        var values = vocabulary.Attributes
            .Select(attribute => (attribute, Items: filters.ContainsKey(attribute.Code) ? Matching(attribute.Code) : matching))
            .SelectMany(group => group.attribute.VisibleValues.Select(value => (value, Count: group.Items.Count(item => Shows(item, value)))))
            .ToDictionary(pair => pair.value, pair => pair.Count);
        CatalogItem[] page = [.. Order(matching, query.Order, weights).Skip(query.Skip).Take(query.Take)];
        return new CatalogPage(
            page, matching.Length, values,
            Counts(filters.ContainsKey("type") ? Matching("type") : matching, item => item.Product.Type),
            Counts(filters.ContainsKey("colour") ? Matching("colour") : matching, item => item.Product.Colour))
        {
            Prices = Prices(filters.ContainsKey("price") ? Matching("price") : matching, catalog.PriceSteps),
        };
    }

    private static KeyValuePair<PriceStep, int>[] Prices(CatalogItem[] items, IReadOnlyList<PriceStep> steps) =>
        [.. steps.Select(step => KeyValuePair.Create(step, items.Count(item => step.Has(item.Product.Price))))];

    private static bool Shows(CatalogItem item, AttributeValue value) => item.Vector[value.Index] >= Has;

    private static void Add(Dictionary<string, Func<CatalogItem, bool>> filters, string name, IReadOnlyList<string> wanted, Func<CatalogItem, string> fact)
    {
        if (wanted.Count > 0)
        {
            filters[name] = item => wanted.Contains(fact(item));
        }
    }

    private static string Text(CatalogItem item)
    {
        var phrases = item.Readings.Where(reading => Shows(item, reading.Top)).Select(reading => reading.Top.Phrase);
        var product = item.Product;
        return string.Join('\n', [product.Name, product.Type, product.Colour, product.Pattern, product.Section, product.Description, .. phrases]);
    }

    private static IEnumerable<CatalogItem> Order(CatalogItem[] items, CatalogOrder order, PreferenceVector weights) => order switch
    {
        CatalogOrder.PriceUp => items.OrderBy(item => item.Product.Price ?? decimal.MaxValue),
        CatalogOrder.PriceDown => items.OrderByDescending(item => item.Product.Price ?? -1),
        CatalogOrder.Name => items.OrderBy(item => item.Product.Name, StringComparer.OrdinalIgnoreCase),
        _ => items.OrderByDescending(item => weights.Score(item.Vector)),
    };

    private static KeyValuePair<string, int>[] Counts(CatalogItem[] items, Func<CatalogItem, string> fact) =>
        [.. items.Select(fact).Where(text => text.Length > 0).CountBy(text => text).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)];
}
