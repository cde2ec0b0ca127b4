namespace FashionRecs.Domain.Explanations.Views;

/// <summary>A sentence in parts, so that a page can mark the reasons in it. Immutable.</summary>
/// <param name="Parts">The parts in order; together they are the sentence, spaces and all.</param>
public sealed record ExplanationSentence(IReadOnlyList<SentencePart> Parts)
{
    /// <summary>The reasons that are named, in order.</summary>
    public IEnumerable<ExplainedReason> Reasons => Parts.Select(part => part.Reason).OfType<ExplainedReason>();

    /// <summary>A sentence that names no reason.</summary>
    public static ExplanationSentence Plain(string words) => new([new SentencePart(words)]);

    /// <summary>
    /// For example "because of its V-neckline and long sleeves" on a card, or "Recommended because of its V-neckline." on the
    /// product's page.
    /// </summary>
    /// <param name="reasons">The reasons to name, at least one.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="before">What stands before "because", such as "rather than the one you hid, ".</param>
    public static ExplanationSentence Because(IReadOnlyList<ExplainedReason> reasons, ExplanationPlace place, string before = "")
    {
        var whole = place == ExplanationPlace.ProductPage;
        var parts = new List<SentencePart> { new($"{(whole ? "Recommended " : "")}{before}because of its ") };
        for (var at = 0; at < reasons.Count; at++)
        {
            if (at > 0)
            {
                parts.Add(new SentencePart(at == reasons.Count - 1 ? " and " : ", "));
            }

            parts.Add(new SentencePart(reasons[at].Phrase, reasons[at]));
        }

        return new([.. parts, .. whole ? [new SentencePart(".")] : Array.Empty<SentencePart>()]);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Concat(Parts.Select(part => part.Words));
}
