using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Catalog;

/// <summary>Some products of a catalog that is read by and by.</summary>
/// <param name="Items">Products that are sold.</param>
/// <param name="Withdrawn">Products that are not sold at the moment.</param>
/// <param name="Last">Where the next portion begins; null where this is the last one.</param>
public sealed record CatalogPortion(IReadOnlyList<CatalogItem> Items, IReadOnlyList<CatalogItem> Withdrawn, string? Last);
