using FashionRecs.Core.Attributes;

namespace FashionRecs.Garments.Sets;

/// <summary>FashionAI's letters for a known value.</summary>
internal static class LabelLetters
{
    /// <summary>
    /// <c>y</c> for the value, <c>n</c> for the rest. Rendered lengths end well inside their value's span, so no
    /// neighbour is ambiguous; only a sweetheart edge without straps may also be called strapless.
    /// </summary>
    public static string For(AttributeValue value, bool strapless) => string.Concat(value.Attribute.Values.Select(other =>
        other == value ? 'y' : strapless && value.Code == "Sweat Heart Neck" && other.Code == "Strapless Neck" ? 'm' : 'n'));
}
