using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;

namespace FashionRecs.Application.Shop;

/// <summary>What was learned about one value, or about a family of values, and from what.</summary>
/// <param name="Value">The value; of a family the one that most is known of.</param>
/// <param name="Weight">Mean weight; of a family the mean of its values' weights, each as often as the shopper met it.</param>
/// <param name="Deviation">Standard deviation of the weight; 0 for a pinned one.</param>
/// <param name="Certainty">Chance in [0.5, 1] that the weight has the sign it is shown with.</param>
/// <param name="Pinned">Whether the shopper keeps it where it is.</param>
/// <param name="Events">The events it was learned from: those of products that have the value, and those about the value itself.</param>
public sealed record LearnedValue(
    AttributeValue Value, double Weight, double Deviation, double Certainty, bool Pinned, IReadOnlyList<ShopperEvent> Events)
{
    /// <summary>The family, where it is about all of its values; else null.</summary>
    public ValueFamily? Family { get; init; }

    /// <summary>In a shopper's words, such as "V-shaped neckline".</summary>
    public string Phrase => Family?.Phrase ?? Value.Phrase;

    /// <summary>The code of the value or of the family, by which it is set, pinned and forgotten.</summary>
    public string FullCode => Family?.FullCode() ?? Value.FullCode();
}
