using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;

namespace FashionRecs.Recommenders.Complements;

/// <summary>A product that goes with what was chosen, and why. Immutable.</summary>
/// <param name="Item">The product.</param>
/// <param name="Explanation">The score that ranked it, and the evidence that it is the sum of.</param>
public sealed record Pairing(CatalogItem Item, Explanation Explanation);
