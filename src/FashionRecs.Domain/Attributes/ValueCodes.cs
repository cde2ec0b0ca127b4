namespace FashionRecs.Domain.Attributes;

/// <summary>
/// Values as they are stored and sent: <c>neckline_design:V Neckline</c>. Unlike an index it means the same in every version of a vocabulary, whatever was added,
/// moved or taken out.
/// </summary>
public static class ValueCodes
{
    /// <summary>The codes of a value's attribute and of itself, joined by a colon.</summary>
    public static string FullCode(this AttributeValue value) => $"{value.Attribute.Code}:{value.Code}";

    /// <summary>The value of a <see cref="FullCode"/>, or null where the vocabulary has no such value (any more).</summary>
    public static AttributeValue? TryFindByFullCode(this AttributeVocabulary vocabulary, string? fullCode) =>
        fullCode?.Split(':', 2) is [var attribute, var value] ? vocabulary.TryFind(attribute, value) : null;
}
