using System.Globalization;
using System.Text.Json;
using FashionRecs.Application.Seeding;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Tests;

namespace FashionRecs.Application.Tests.Shop.Search;

/// <summary>
/// A line of <c>queries.csv</c>: what a shopper writes, and what the drawings of the first results must be, whatever the shop believes they
/// are.
/// </summary>
/// <param name="Part">"A" for queries the search was made with, "B" for those kept back.</param>
/// <param name="Language">Code of its language.</param>
/// <param name="Words">The query.</param>
/// <param name="Must">What must be true, joined by commas.</param>
internal sealed record SearchQuery(string Part, string Language, string Words, string Must)
{
    private static readonly Dictionary<string, string> Attributes = new()
    {
        ["collar"] = "collar_design", ["lapel"] = "lapel_design", ["neck"] = "neck_design", ["neckline"] = "neckline_design",
        ["sleeve"] = "sleeve_length",
        ["skirt"] = "skirt_length", ["pant"] = "pant_length", ["coat"] = "coat_length",
    };

    private static readonly Lazy<Dictionary<string, Dictionary<string, string>>> Drawn = new(() =>
        File.ReadLines(Path.Combine(SeedCatalog.ShippedFolder, "products.jsonl"))
        .Select(line => JsonDocument.Parse(line).RootElement)
        .ToDictionary(product => product.GetProperty("id").GetString()!,
        product => product.GetProperty("values").EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetString()!)));

    public static IReadOnlyList<SearchQuery> Read() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Shop", "Search", "queries.csv")).Skip(1)
        .Select(line => line.Split(';')).Select(fields => new SearchQuery(fields[0], fields[1], fields[2], fields[3]))];

    /// <summary>Whether everything is true of a drawing.</summary>
    public bool IsMetBy(CatalogItem item) => Must.Split(',').All(condition => IsMet(condition, item));

    private static bool IsMet(string condition, CatalogItem item)
    {
        var sign = new[] { "<=", ">=", "!=", "=" }.First(condition.Contains);
        var (about, wanted) = (condition.Split(sign)[0], condition.Split(sign)[1].Split('|'));
        var product = item.Product;
        return about switch
        {
            "price" => sign == "<=" ? product.Price <= Number(wanted[0]) : product.Price >= Number(wanted[0]),
            "type" => wanted.Contains(product.Type),
            "colour" => wanted.Contains(product.Colour) == (sign == "="),
            "pattern" => wanted.Contains(product.Pattern),
            "word" => (product.Name + product.Description).Contains(wanted[0], StringComparison.OrdinalIgnoreCase),
            _ => wanted.SelectMany(code => Values(Attributes[about], code)).Contains(Drawn.Value[product.Id][Attributes[about]]),
        };
    }

    private static IEnumerable<string> Values(string attribute, string code) =>
        TestShop.Vocabulary[attribute].Families.FirstOrDefault(family => family.Code == code)?.Values.Select(value => value.Code) ?? [code];

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
