using System.Globalization;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace FashionRecs.Web.Shop.Browse;

/// <summary>What a visitor asked of the catalog, as it stands in the page's address, so that links and the back button keep it.</summary>
public static class CatalogAddress
{
    /// <summary>Products on a page where nothing else is chosen.</summary>
    public const int PageLength = 24;

    /// <summary>Products on a page that can be chosen.</summary>
    public static readonly IReadOnlyList<int> PageLengths = [PageLength, 48, 96];

    /// <summary>Products at most where pages are loaded one below the other.</summary>
    public const int MostAtOnce = 240;

    /// <summary>Letters of a search that are read.</summary>
    public const int LongestWords = 200;

    /// <summary>Letters of a filter that is not wanted.</summary>
    private const int LongestWithout = 80;

    /// <summary>Choices of one kind that count; each link of the page repeats them all.</summary>
    private const int MostOfAKind = 20;

    /// <summary>Reads an address; what cannot be understood counts as not asked for.</summary>
    public static CatalogQuery Read(Uri address, AttributeVocabulary vocabulary)
    {
        var parts = QueryHelpers.ParseQuery(address.Query);
        var words = One(parts, "q").Trim();
        var length = int.TryParse(One(parts, "per"), CultureInfo.InvariantCulture, out var chosen) && PageLengths.Contains(chosen)
            ? chosen : PageLength;
        string[] pages = One(parts, "page").Split('-', 2);
        var (first, last) = Number(pages[0]) is { } number ? (number, Number(pages[^1]) ?? number) : (1, 1);
        return new CatalogQuery
        {
            Words = Shortened(words),
            Values = [.. vocabulary.Attributes.SelectMany(attribute =>
                All(parts, attribute.Code).Select(code => vocabulary.TryFind(attribute.Code, code)))
                .Where(value => value is { IsInvisible: false }).Distinct()!],
            Families = [.. vocabulary.Attributes.SelectMany(attribute => All(parts, attribute.Code)
                .Select(code => attribute.Families.FirstOrDefault(family => family.Code == code))).OfType<ValueFamily>().Distinct()],
            Types = All(parts, "type"),
            Colours = All(parts, "colour"),
            Patterns = All(parts, "pattern"),
            Without = [.. All(parts, "without").Where(code => code.Length <= LongestWithout)],
            PriceFrom = Price(One(parts, "min")),
            PriceTo = Price(One(parts, "max")),
            Order = Enum.TryParse<CatalogOrder>(One(parts, "sort"), ignoreCase: true, out var order) && Enum.IsDefined(order) ? order
                : CatalogOrder.ForYou,
            TakesNearestPrices = true,
            Skip = (first - 1) * length,
            Take = length,
            Pages = Math.Clamp(last - first + 1, 1, MostAtOnce / length),
        };
    }

    /// <summary>The address of a query; the same query always has the same one.</summary>
    public static string Of(CatalogQuery query) =>
        QueryHelpers.AddQueryString("/catalog", Parts(query).Select(part => KeyValuePair.Create(part.Name, (string?)part.Value)));

    /// <summary>The address of another page of a query.</summary>
    public static string Page(CatalogQuery query, int page) => Of(query with { Skip = (page - 1) * query.Take, Pages = 1 });

    /// <summary>The address of what a query shows and the next page below it; null where no more is shown at once.</summary>
    public static string? WithMore(CatalogQuery query) =>
        (query.Pages + 1) * query.Take <= MostAtOnce ? Of(query with { Pages = query.Pages + 1 }) : null;

    /// <summary>The address of the page that begins about where a query does, with another number of products on a page.</summary>
    public static string WithLength(CatalogQuery query, int length) =>
        Page(query with { Take = length }, (query.Skip / length) + 1);

    private static IEnumerable<(string Name, string Value)> Filters(CatalogQuery query) =>
        query.Types.Order(StringComparer.Ordinal).Select(type => ("type", type))
            .Concat(query.Families.Select(family => (family.Attribute, family.Values[0].Index, 0, family.Code))
                .Concat(query.Values.Select(value => (value.Attribute, value.Index, 1, value.Code)))
                .OrderBy(choice => choice.Index).ThenBy(choice => choice.Item3).Select(choice => (choice.Attribute.Code, choice.Code)))
            .Concat(query.Colours.Order(StringComparer.Ordinal).Select(colour => ("colour", colour)))
            .Concat(query.Patterns.Order(StringComparer.Ordinal).Select(pattern => ("pattern", pattern)))
            .Concat(query.Without.Order(StringComparer.Ordinal).Select(code => ("without", code)));

    /// <summary>All that a form keeps of a query beside its own fields.</summary>
    public static IEnumerable<(string Name, string Value)> Kept(CatalogQuery query, params string[] fields) =>
        Parts(query).Where(part => !fields.Contains(part.Name));

    /// <summary>The address of everything, ordered and laid out as before.</summary>
    public static string Unfiltered(CatalogQuery query) => Of(new CatalogQuery { Order = query.Order, Take = query.Take });

    private static IEnumerable<(string Name, string Value)> Parts(CatalogQuery query)
    {
        var rest = new (string Name, string Value)[]
        {
            ("q", query.Words), ("min", Text(query.PriceFrom)), ("max", Text(query.PriceTo)),
            ("sort", Text(query.Order)),
            ("per", query.Take == PageLength ? "" : query.Take.ToString(CultureInfo.InvariantCulture)), ("page", Pages(query)),
        };
        return Filters(query).Concat(rest.Where(part => part.Value.Length > 0));
    }

    /// <summary>A page, or the first and the last of several; empty for the first page.</summary>
    private static string Pages(CatalogQuery query)
    {
        var first = (query.Skip / query.Take) + 1;
        return query.Pages > 1 ? string.Create(CultureInfo.InvariantCulture, $"{first}-{first + query.Pages - 1}")
            : first == 1 ? "" : first.ToString(CultureInfo.InvariantCulture);
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, 10_000) : null;

    /// <summary>The beginning of a long search, to the end of a word where that is near.</summary>
    public static string Shortened(string words)
    {
        if (words.Length <= LongestWords)
        {
            return words;
        }

        var end = words.LastIndexOf(' ', LongestWords);
        return end > LongestWords / 2
            ? words[..end] : words[..(char.IsHighSurrogate(words[LongestWords - 1]) ? LongestWords - 1 : LongestWords)];
    }

    /// <summary>A price without zeros that say nothing, so that 20.00 and 20 have one address; empty for none.</summary>
    public static string Text(decimal? price) => price?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    /// <summary>An order as it stands in an address; empty for the usual one.</summary>
    public static string Text(CatalogOrder order) => order == CatalogOrder.ForYou ? "" : order.ToString().ToLowerInvariant();

    /// <summary>A price that somebody wrote; null where it is none.</summary>
    public static decimal? Price(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var price) && price >= 0 ? price : null;

    private static string One(Dictionary<string, StringValues> parts, string name) =>
        parts.TryGetValue(name, out var value) ? value.ToString() : "";

    private static string[] All(Dictionary<string, StringValues> parts, string name) =>
        parts.TryGetValue(name, out var values) ? [.. values.OfType<string>().Where(value => value.Length > 0).Distinct().Take(MostOfAKind)]
            : [];
}
