using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Domain.Reviews;

/// <summary>The one value the network would answer with.</summary>
public static class NetworkAnswer
{
    /// <summary>
    /// The likeliest visible value where the picture rather shows the attribute (1 − P(Invisible) ≥ <see cref="Visibility.Shown"/>) and
    /// that value is at least as likely as Invisible; else Invisible. Of the validation photographs with an attribute shown by a value less
    /// likely than that, 98 of 129 do not show it.
    /// </summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="probabilities">Of its values, in their order, each in [0, 1]; they need not add up to 1.</param>
    public static AttributeValue Of(GarmentAttribute attribute, IReadOnlyList<float> probabilities)
    {
        var best = attribute.VisibleValues.MaxBy(value => probabilities[value.Position])!;
        var invisible = probabilities[attribute.Invisible.Position];
        return 1 - invisible < Visibility.Shown || probabilities[best.Position] < invisible ? attribute.Invisible : best;
    }
}
