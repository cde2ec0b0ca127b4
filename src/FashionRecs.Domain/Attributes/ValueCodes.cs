namespace FashionRecs.Domain.Attributes;

/// <summary>
/// Values and families as they are stored and sent: <c>neckline_design:V Neckline</c>. Unlike an index it means the same in every version
/// of a vocabulary, whatever was added, moved or taken out.
/// </summary>
public static class ValueCodes
{
    /// <summary>The codes of a value's attribute and of itself, joined by a colon.</summary>
    public static string FullCode(this AttributeValue value) => $"{value.Attribute.Code}:{value.Code}";

    /// <summary>The codes of a family's attribute and of itself, joined by a colon; no value of the attribute has the same.</summary>
    public static string FullCode(this ValueFamily family) => $"{family.Attribute.Code}:{family.Code}";

    /// <summary>The family of a full code, or null where the vocabulary has no such family (any more).</summary>
    public static ValueFamily? TryFindFamilyByFullCode(this AttributeVocabulary vocabulary, string? fullCode) =>
        fullCode?.Split(':', 2) is [var attribute, var code]
            ? vocabulary.TryFind(attribute)?.Families.FirstOrDefault(family => family.Code == code) : null;

    /// <summary>
    /// The values that a full code stands for: one, or all of a family; none where the vocabulary has neither (any more).
    /// </summary>
    public static IReadOnlyList<AttributeValue> FindValuesByFullCode(this AttributeVocabulary vocabulary, string? fullCode) =>
        vocabulary.TryFindByFullCode(fullCode) is { } value ? [value] : vocabulary.TryFindFamilyByFullCode(fullCode)?.Values ?? [];

    /// <summary>The value of a full code, or null where the vocabulary has no such value (any more).</summary>
    public static AttributeValue? TryFindByFullCode(this AttributeVocabulary vocabulary, string? fullCode) =>
        fullCode?.Split(':', 2) is [var attribute, var value] ? vocabulary.TryFind(attribute, value) : null;
}
