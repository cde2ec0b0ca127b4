using FashionRecs.Domain.Beliefs;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Shop.Photographs;

/// <summary>A product that is like the garment on a photograph.</summary>
/// <param name="Item">The product.</param>
/// <param name="Likeness">What it has in common, less what it has besides; larger is more alike.</param>
/// <param name="Shared">What can be said of both, in the words that are true of both, in the vocabulary's order.</param>
/// <param name="Other">What the product has instead of what the photograph shows, where both are sure.</param>
public sealed record PhotographMatch(CatalogItem Item, double Likeness, IReadOnlyList<Statement> Shared, IReadOnlyList<Statement> Other);
