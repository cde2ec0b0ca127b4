using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Shop.Search;

/// <summary>A search to go on with.</summary>
/// <param name="Words">The whole search.</param>
/// <param name="Count">Products that it finds, at least 1.</param>
/// <param name="Example">One of them.</param>
public sealed record SearchSuggestion(string Words, int Count, Product Example);
