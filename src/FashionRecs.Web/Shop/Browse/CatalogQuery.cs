using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace FashionRecs.Web.Shop.Browse;

/// <summary>
/// What a visitor of the catalog asked for. It lives in the page's address, so that links and the back button keep it. Immutable.
/// </summary>
/// <param name="Words">Words to search for; empty for none.</param>
/// <param name="Filters">Wanted values by facet name; within a facet one is enough, all facets must hold.</param>
/// <param name="MostPrice">Highest price, or null.</param>
/// <param name="Sort">Order of the products.</param>
/// <param name="Page">Page, from 1.</param>
public sealed record CatalogQuery(string Words, IReadOnlyDictionary<string, IReadOnlyList<string>> Filters, decimal? MostPrice, CatalogSort Sort, int Page)
{
    private const int LongestWords = 100;
    private static readonly string[] Reserved = ["q", "max", "sort", "page"];

    /// <summary>Reads an address; what cannot be understood counts as not asked for.</summary>
    public static CatalogQuery Read(Uri address)
    {
        var parts = QueryHelpers.ParseQuery(address.Query);
        var words = One(parts, "q").Trim();
        return new CatalogQuery(
            words[..Math.Min(words.Length, LongestWords)],
            parts.Where(part => !Reserved.Contains(part.Key)).ToDictionary(
                part => part.Key, part => (IReadOnlyList<string>)[.. part.Value.OfType<string>().Where(value => value.Length > 0).Distinct()], StringComparer.Ordinal),
            decimal.TryParse(One(parts, "max"), NumberStyles.Number, CultureInfo.InvariantCulture, out var most) && most >= 0 ? most : null,
            Enum.TryParse<CatalogSort>(One(parts, "sort"), ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : CatalogSort.ForYou,
            int.TryParse(One(parts, "page"), CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 100_000) : 1);
    }

    /// <summary>Whether a value of a facet is asked for.</summary>
    public bool Has(string facet, string value) => Filters.TryGetValue(facet, out var values) && values.Contains(value);

    /// <summary>The query with a value added, or taken away where it is asked for; back on the first page.</summary>
    public CatalogQuery Toggle(string facet, string value)
    {
        var filters = new Dictionary<string, IReadOnlyList<string>>(Filters, StringComparer.Ordinal);
        IReadOnlyList<string> before = filters.GetValueOrDefault(facet) ?? [];
        filters[facet] = before.Contains(value) ? [.. before.Where(other => other != value)] : [.. before, value];
        return this with { Filters = filters, Page = 1 };
    }

    /// <summary>The address of the query; the same query always has the same one.</summary>
    public string ToAddress()
    {
        var parts = Filters.OrderBy(filter => filter.Key, StringComparer.Ordinal)
            .SelectMany(filter => filter.Value.Order(StringComparer.Ordinal).Select(value => KeyValuePair.Create(filter.Key, (string?)value))).ToList();
        Add("q", Words);
        Add("max", MostPrice?.ToString(CultureInfo.InvariantCulture) ?? "");
        Add("sort", Sort == CatalogSort.ForYou ? "" : Sort.ToString().ToLowerInvariant());
        Add("page", Page == 1 ? "" : Page.ToString(CultureInfo.InvariantCulture));
        return QueryHelpers.AddQueryString("/catalog", parts);

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                parts.Add(KeyValuePair.Create(name, (string?)value));
            }
        }
    }

    private static string One(Dictionary<string, StringValues> parts, string name) => parts.TryGetValue(name, out var value) ? value.ToString() : "";
}
