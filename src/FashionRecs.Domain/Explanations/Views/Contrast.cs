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
            Sentence = ExplanationSentence.Because([best], subject.Place, isContrast: true),
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

        return subject.Reasons
            .Select(reason => (Reason: reason, Gain: reason.Contribution - Had(hidden, reason)))
            .Where(pair => pair.Gain > 0)
            .OrderByDescending(pair => pair.Gain)
            .Select(pair => pair.Reason)
            .FirstOrDefault();
    }

    /// <summary>
    /// What the same values did for the hidden product, of which another one of the family, or the family, may have been said.
    /// </summary>
    private static float Had(Explanation hidden, ExplainedReason reason) =>
        hidden.Shares.Where(share => share.Values.Intersect(reason.Values).Any()).Sum(share => share.Contribution);
}
