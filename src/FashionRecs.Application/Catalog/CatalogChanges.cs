using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Catalog;

/// <summary>What changed in the catalog since a revision.</summary>
/// <param name="Revision">The revision this brings one to.</param>
/// <param name="Items">Products that are new or changed.</param>
/// <param name="Removed">Ids of products that are not sold: withdrawn or deleted.</param>
public sealed record CatalogChanges(long Revision, IReadOnlyList<CatalogItem> Items, IReadOnlyList<string> Removed)
{
    /// <summary>Those of the removed that are withdrawn: they can come back, and their pages still know them.</summary>
    public IReadOnlyList<CatalogItem> Withdrawn { get; init; } = [];
}
