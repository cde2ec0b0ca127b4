namespace FashionRecs.Domain.Explanations.Views;

/// <summary>
/// Why this product rather than the one the shopper hid: the one reason by which it gains most. Box with words where there is no
/// such reason.
/// </summary>
public sealed record Contrast : ExplanationView
{
    /// <inheritdoc/>
    public override string Code => "Contrast";

    /// <inheritdoc/>
    public override string Name => "Contrast with the hidden one";

    /// <inheritdoc/>
    public override string Description =>
        "Why this product rather than the one the shopper last hid: the one reason by which it gains most, in words and framed. "
        + "Box with words where nothing was hidden.";

    /// <inheritdoc/>
    public override bool HasWords => true;

    /// <inheritdoc/>
    protected override ComposedExplanation Explain(ExplanationSubject subject) => Difference(subject) is { } best
        ? new(this)
        {
            Heading = WhyThis,
            Sentence = ExplanationSentence.Because([best], subject.Place, "rather than the one you hid, "),
            Reasons = [best],
            Marked = [best],
        }
        : new BoxWithWords().Compose(subject);

    /// <summary>The sayable reason by which the product gains most over the hidden one; null if there is none.</summary>
    private static ExplainedReason? Difference(ExplanationSubject subject)
    {
        if (subject.Hidden is not { } hidden)
        {
            return null;
        }

        var had = hidden.Shares.Select(ExplainedReason.From).ToDictionary(reason => reason.Code, reason => reason.Contribution);
        return subject.Reasons
            .Select(reason => (Reason: reason, Gain: reason.Contribution - had.GetValueOrDefault(reason.Code)))
            .Where(pair => pair.Gain > 0)
            .OrderByDescending(pair => pair.Gain)
            .Select(pair => pair.Reason)
            .FirstOrDefault();
    }
}
