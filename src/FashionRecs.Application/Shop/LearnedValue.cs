using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;

namespace FashionRecs.Application.Shop;

/// <summary>What was learned about one value, and from what.</summary>
/// <param name="Value">The value.</param>
/// <param name="Weight">Mean weight.</param>
/// <param name="Deviation">Standard deviation of the weight; 0 for a pinned one.</param>
/// <param name="Certainty">Chance in [0.5, 1] that the weight has the sign it is shown with.</param>
/// <param name="Pinned">Whether the shopper keeps it where it is.</param>
/// <param name="Events">The events it was learned from: those of products that have the value, and those about the value itself.</param>
public sealed record LearnedValue(
    AttributeValue Value, double Weight, double Deviation, double Certainty, bool Pinned, IReadOnlyList<ShopperEvent> Events);
