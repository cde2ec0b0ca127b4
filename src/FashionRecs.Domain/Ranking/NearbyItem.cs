using FashionRecs.Domain.Catalog;

namespace FashionRecs.Domain.Ranking;

/// <summary>A product that has one value changed, or none, and is otherwise near.</summary>
/// <param name="Item">The product.</param>
/// <param name="Distance">
/// How far it is, at least 0, where 0 keeps everything and surely has what was asked for; <see cref="Counterfactual"/> says how it is added
/// up. Distances from different questions cannot be compared.
/// </param>
public sealed record NearbyItem(CatalogItem Item, double Distance)
{
    /// <summary>Whether the value that was asked for can be said of the product; true where none was.</summary>
    public bool IsSure { get; init; } = true;
}
