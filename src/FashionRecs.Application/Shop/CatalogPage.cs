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
}
