using FashionRecs.Application.Shop.Search;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Shop;

/// <summary>One page of the catalog.</summary>
/// <param name="Items">The products of this page.</param>
/// <param name="Total">Products that match.</param>
/// <param name="Values">Per visible value, how many products would match if it were chosen, given the filters on everything but its
/// attribute.</param>
/// <param name="Types">The same per type, most frequent first.</param>
/// <param name="Colours">The same per colour, most frequent first.</param>
public sealed record CatalogPage(
    IReadOnlyList<CatalogItem> Items, int Total, IReadOnlyDictionary<AttributeValue, int> Values,
    IReadOnlyList<KeyValuePair<string, int>> Types, IReadOnlyList<KeyValuePair<string, int>> Colours)
{
    /// <summary>The same per family: how many products would match if any of its values would do.</summary>
    public IReadOnlyDictionary<ValueFamily, int> Families { get; init; } = new Dictionary<ValueFamily, int>();

    /// <summary>The same per part of the range of prices, cheapest first.</summary>
    public IReadOnlyList<KeyValuePair<PriceStep, int>> Prices { get; init; } = [];

    /// <summary>The same per pattern, most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Patterns { get; init; } = [];

    /// <summary>
    /// How colours look, by their names, as "#" and six hexadecimal digits; those that are no single known colour are absent.
    /// </summary>
    public IReadOnlyDictionary<string, string> Swatches { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The range of prices that was chosen, where nothing in it fits the rest: then the products that fit stand here, the nearest prices
    /// first. Else null.
    /// </summary>
    public PriceStep? MissedPrice { get; init; }

    /// <summary>
    /// Ids of the first products of the whole order, as many as were asked for, so that other pages can go on in it; empty where none were.
    /// </summary>
    public IReadOnlyList<string> Order { get; init; } = [];

    /// <summary>The query as it was understood: filters in place of words that mean some, and no words but those that texts hold.</summary>
    public CatalogQuery Query { get; init; } = new();

    /// <summary>The words of <see cref="Query"/>, one by one; some are phrases.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Words that were left out, because nothing answers to them or nothing fits them beside the rest.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Words that were taken for others.</summary>
    public IReadOnlyList<SearchCorrection> Corrections { get; init; } = [];

    /// <summary>All products that match, by their places in the catalog.</summary>
    internal ItemSet Matching { get; init; } = new(0);

    /// <summary>The shop's largest types, to go on with; none where the search found all it was asked for.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> PopularTypes { get; init; } = [];
}
