using FashionRecs.Domain.Catalog;

namespace FashionRecs.Domain.Ranking;

/// <summary>A product that has one value changed and is otherwise near.</summary>
/// <param name="Item">The product.</param>
/// <param name="Distance">Sum over the other values of the squared difference of amounts, plus 1 where the type differs and 0.25 where the
/// colour does; 0 is the same garment.</param>
public sealed record NearbyItem(CatalogItem Item, double Distance);
