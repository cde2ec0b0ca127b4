namespace FashionRecs.Domain.Texts;

/// <summary>One place of a text that names values.</summary>
/// <param name="Pattern">What was found.</param>
/// <param name="Start">Its first word.</param>
/// <param name="End">One past its last word.</param>
/// <param name="IsDenied">Whether the text says that it is not so.</param>
/// <param name="IsElsewhere">Whether it is out of sight, at the back.</param>
internal readonly record struct TextMention(SynonymPattern Pattern, int Start, int End, bool IsDenied, bool IsElsewhere)
{
    /// <summary>Whether this one is only a part of a longer name of the same attribute, as "roll neck" is of "low roll neck".</summary>
    public bool IsWithin(TextMention other) => other.Pattern.IsLiteral && other.Pattern.Attribute == Pattern.Attribute
        && other.Start <= Start && other.End >= End && other.End - other.Start > End - Start;
}
