using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Shop;

/// <summary>One row of the start page.</summary>
/// <param name="Value">The value that all its products show, or null.</param>
/// <param name="Near">The liked product that all its products are near, or null.</param>
/// <param name="Cards">The products, best first; positions count on from the row before.</param>
public sealed record HomeShelf(AttributeValue? Value, CatalogItem? Near, IReadOnlyList<RecommendedCard> Cards)
{
    /// <summary>Whether the row holds what goes with all that the shopper chose; then each card has its <see cref="RecommendedCard.Pairing"/>.</summary>
    public bool IsPairings => Cards.Count > 0 && Cards[0].Pairing is not null;
}
