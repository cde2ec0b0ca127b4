using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;

namespace FashionRecs.Application.Shop;

/// <summary>A product on a recommended page, with why.</summary>
/// <param name="Item">The product and its readings.</param>
/// <param name="Explanation">The score that ranked it and the shares it is the sum of.</param>
/// <param name="Position">Zero-based position on the page.</param>
/// <param name="Explored">Whether it stands here to learn about the shopper rather than for its score.</param>
public sealed record RecommendedCard(CatalogItem Item, Explanation Explanation, int Position, bool Explored);
