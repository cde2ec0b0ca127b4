using System.Globalization;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace FashionRecs.Web.Shop.Browse;

/// <summary>What a visitor asked of the catalog, as it stands in the page's address, so that links and the back button keep it.</summary>
public static class CatalogAddress
{
    /// <summary>Products on a page.</summary>
    public const int PageLength = 24;

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
        var page = int.TryParse(One(parts, "page"), CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, 100_000) : 1;
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
            Skip = (page - 1) * PageLength,
            Take = PageLength,
        };
    }

    /// <summary>The address of a query; the same query always has the same one.</summary>
    public static string Of(CatalogQuery query) =>
        QueryHelpers.AddQueryString("/catalog", Parts(query).Select(part => KeyValuePair.Create(part.Name, (string?)part.Value)));

    /// <summary>The address of another page of a query.</summary>
    public static string Page(CatalogQuery query, int page) => Of(query with { Skip = (page - 1) * PageLength });

    /// <summary>The filters of a query by their names in the address, for a form that keeps them.</summary>
    public static IEnumerable<(string Name, string Value)> Filters(CatalogQuery query) =>
        query.Types.Order(StringComparer.Ordinal).Select(type => ("type", type))
            .Concat(query.Families.Select(family => (family.Attribute, family.Values[0].Index, 0, family.Code))
                .Concat(query.Values.Select(value => (value.Attribute, value.Index, 1, value.Code)))
                .OrderBy(choice => choice.Index).ThenBy(choice => choice.Item3).Select(choice => (choice.Attribute.Code, choice.Code)))
            .Concat(query.Colours.Order(StringComparer.Ordinal).Select(colour => ("colour", colour)))
            .Concat(query.Patterns.Order(StringComparer.Ordinal).Select(pattern => ("pattern", pattern)))
            .Concat(query.Without.Order(StringComparer.Ordinal).Select(code => ("without", code)));

    private static IEnumerable<(string Name, string Value)> Parts(CatalogQuery query)
    {
        var rest = new (string Name, string Value)[]
        {
            ("q", query.Words), ("min", Text(query.PriceFrom)), ("max", Text(query.PriceTo)),
            ("sort", query.Order == CatalogOrder.ForYou ? "" : query.Order.ToString().ToLowerInvariant()),
            ("page", query.Skip < PageLength ? "" : ((query.Skip / PageLength) + 1).ToString(CultureInfo.InvariantCulture)),
        };
        return Filters(query).Concat(rest.Where(part => part.Value.Length > 0));
    }

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

    private static decimal? Price(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var price) && price >= 0 ? price : null;

    private static string One(Dictionary<string, StringValues> parts, string name) =>
        parts.TryGetValue(name, out var value) ? value.ToString() : "";

    private static string[] All(Dictionary<string, StringValues> parts, string name) =>
        parts.TryGetValue(name, out var values) ? [.. values.OfType<string>().Where(value => value.Length > 0).Distinct().Take(MostOfAKind)]
            : [];
}
