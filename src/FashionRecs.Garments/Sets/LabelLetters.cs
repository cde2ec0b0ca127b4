using FashionRecs.Domain.Attributes;

namespace FashionRecs.Garments.Sets;

/// <summary>FashionAI's letters for a known value.</summary>
internal static class LabelLetters
{
    /// <summary>
    /// <c>y</c> for the value, <c>n</c> for the rest. Rendered lengths end well inside their value's span, so no neighbour is ambiguous;
    /// only a sweetheart edge without straps may also be called strapless.
    /// </summary>
    /// <param name="value">What the picture shows.</param>
    /// <param name="strapless">Whether the garment has no sleeves or straps.</param>
    /// <param name="maybeNeighbours">Whether the visible lengths next to a length are <c>m</c>, as where labels come from words such as
    /// "long sleeves".</param>
    public static string For(AttributeValue value, bool strapless, bool maybeNeighbours) =>
        string.Concat(value.Attribute.Values.Select(other =>
        other == value ? 'y'
        : strapless && value.Code == "Sweat Heart Neck" && other.Code == "Strapless Neck" ? 'm'
        : maybeNeighbours && AreNeighbours(value, other) ? 'm' : 'n'));

    private static bool AreNeighbours(AttributeValue value, AttributeValue other) =>
        value.Attribute.IsLength && !value.IsInvisible && !other.IsInvisible && Math.Abs(value.Position - other.Position) == 1;
}
