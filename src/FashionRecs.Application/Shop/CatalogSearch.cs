using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Application.Shop;

/// <summary>Filters, counts and orders the catalog in memory.</summary>
internal static class CatalogSearch
{
    /// <param name="catalog">The catalog.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="seen">A product as it is to the shopper.</param>
    /// <param name="score">What ranks a product for the shopper.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    public static CatalogPage Find(
        CatalogSnapshot catalog, CatalogQuery query, Func<CatalogItem, CatalogItem> seen, Func<CatalogItem, float> score, AttributeVocabulary vocabulary)
    {
        CatalogItem[] items = [.. catalog.Items.Select(seen)];
        var filters = Filters(items, query, vocabulary);

        CatalogItem[] Matching(string? except) =>
            [.. items.Where(item => filters.All(filter => filter.Key == except || filter.Value(item)))];

        var matching = Matching(null);
        var counted = vocabulary.Attributes.Select(attribute => (attribute, Items: filters.ContainsKey(attribute.Code) ? Matching(attribute.Code) : matching)).ToArray();
        CatalogItem[] page = [.. Order(matching, query.Order, score).Skip(query.Skip).Take(query.Take)];
        return new CatalogPage(
            page, matching.Length,
            counted.SelectMany(group => group.attribute.VisibleValues.Select(value => (value, Count: group.Items.Count(item => Shows(item, [value]))))).ToDictionary(pair => pair.value, pair => pair.Count),
            Counts(filters.ContainsKey("type") ? Matching("type") : matching, item => item.Product.Type),
            Counts(filters.ContainsKey("colour") ? Matching("colour") : matching, item => item.Product.Colour))
        {
            Families = counted.SelectMany(group => group.attribute.Families.Select(family => (family, Count: group.Items.Count(item => Shows(item, family.Values)))))
                .ToDictionary(pair => pair.family, pair => pair.Count),
            Prices = Prices(filters.ContainsKey("price") ? Matching("price") : matching, catalog.PriceSteps),
        };
    }

    /// <summary>Which products a query lets through; ask of the catalog's own products.</summary>
    public static Func<CatalogItem, bool> Matching(CatalogSnapshot catalog, CatalogQuery query, Func<CatalogItem, CatalogItem> seen, AttributeVocabulary vocabulary)
    {
        CatalogItem[] items = [.. catalog.Items.Select(seen)];
        var filters = Filters(items, query, vocabulary).Values;
        var found = items.Where(item => filters.All(filter => filter(item))).Select(item => item.Product.Id).ToHashSet(StringComparer.Ordinal);
        return item => found.Contains(item.Product.Id);
    }

    private static Dictionary<string, Func<CatalogItem, bool>> Filters(CatalogItem[] items, CatalogQuery query, AttributeVocabulary vocabulary)
    {
        // One entry per kind of filter, so that each count can leave its own kind out.
        var filters = new Dictionary<string, Func<CatalogItem, bool>>();
        var wanted = query.Values.Select(value => (value.Attribute, Values: (IReadOnlyList<AttributeValue>)[value])).Concat(query.Families.Select(family => (family.Attribute, family.Values)));
        foreach (var alternatives in wanted.GroupBy(choice => choice.Attribute, choice => choice.Values))
        {
            filters[alternatives.Key.Code] = item => alternatives.Any(values => Shows(item, values));
        }

        Add(filters, "type", query.Types, item => item.Product.Type);
        Add(filters, "colour", query.Colours, item => item.Product.Colour);
        if (query.Price is { } range)
        {
            filters["price"] = item => range.Has(item.Product.Price);
        }

        if (query.Words.Length > 0)
        {
            var found = CatalogWords.Of(query.Words, vocabulary).Find(items, Shows);
            filters["words"] = found.Contains;
        }

        return filters;
    }

    private static KeyValuePair<PriceStep, int>[] Prices(CatalogItem[] items, IReadOnlyList<PriceStep> steps) =>
        [.. steps.Select(step => KeyValuePair.Create(step, items.Count(item => step.Has(item.Product.Price))))];

    /// <summary>Whether a product shows one of some values of one attribute, which exclude each other.</summary>
    private static bool Shows(CatalogItem item, IReadOnlyList<AttributeValue> values)
    {
        var amount = 0f;
        foreach (var value in values)
        {
            amount += item.Vector[value.Index];
        }

        return amount >= Visibility.Shown;
    }

    private static void Add(Dictionary<string, Func<CatalogItem, bool>> filters, string name, IReadOnlyList<string> wanted, Func<CatalogItem, string> fact)
    {
        if (wanted.Count > 0)
        {
            filters[name] = item => wanted.Contains(fact(item));
        }
    }

    private static IEnumerable<CatalogItem> Order(CatalogItem[] items, CatalogOrder order, Func<CatalogItem, float> score) => order switch
    {
        CatalogOrder.PriceUp => items.OrderBy(item => item.Product.Price ?? decimal.MaxValue),
        CatalogOrder.PriceDown => items.OrderByDescending(item => item.Product.Price ?? -1),
        CatalogOrder.Name => items.OrderBy(item => item.Product.Name, StringComparer.OrdinalIgnoreCase),
        _ => items.OrderByDescending(score),
    };

    private static KeyValuePair<string, int>[] Counts(CatalogItem[] items, Func<CatalogItem, string> fact) =>
        [.. items.Select(fact).Where(text => text.Length > 0).CountBy(text => text).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)];
}
