using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Catalog;

/// <summary>What changed in the catalog since a revision.</summary>
/// <param name="Revision">The revision this brings one to.</param>
/// <param name="Items">Products that are new or changed.</param>
/// <param name="Removed">Ids of products that were taken out.</param>
public sealed record CatalogChanges(long Revision, IReadOnlyList<CatalogItem> Items, IReadOnlyList<string> Removed);
