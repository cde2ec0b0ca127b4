namespace FashionRecs.Domain.Projection;

/// <summary>The line between what a picture shows and what it does not.</summary>
public static class Visibility
{
    /// <summary>
    /// Least probability, in [0, 1], from which something counts as shown: an attribute by 1 − P(Invisible), a value by its own probability
    /// or its amount in an item. A person's "may be" counts as much.
    /// </summary>
    public const float Shown = 0.5f;
}
