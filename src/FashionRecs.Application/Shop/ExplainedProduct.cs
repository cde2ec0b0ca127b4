using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;

namespace FashionRecs.Application.Shop;

/// <summary>A product's page for one shopper.</summary>
/// <param name="Item">The product and its readings.</param>
/// <param name="Explanation">Its score and the shares it is the sum of.</param>
/// <param name="Place">One-based place of that score among all products.</param>
/// <param name="OutOf">Number of products.</param>
public sealed record ExplainedProduct(CatalogItem Item, Explanation Explanation, int Place, int OutOf);
