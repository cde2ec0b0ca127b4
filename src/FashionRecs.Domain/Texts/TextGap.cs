namespace FashionRecs.Domain.Texts;

/// <summary>What stands between two words.</summary>
internal enum TextGap
{
    /// <summary>Nothing, a space, a hyphen or a slash.</summary>
    None,

    /// <summary>A comma or bracket.</summary>
    Comma,

    /// <summary>The end of a sentence, line or text.</summary>
    Sentence,
}
