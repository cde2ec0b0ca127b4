using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Shop;

/// <summary>One row of the start page.</summary>
/// <param name="Value">The value that all its products show, or null.</param>
/// <param name="Near">The liked product that all its products are near, or null.</param>
/// <param name="Cards">The products, best first; positions count on from the row before.</param>
public sealed record HomeShelf(AttributeValue? Value, CatalogItem? Near, IReadOnlyList<RecommendedCard> Cards);
