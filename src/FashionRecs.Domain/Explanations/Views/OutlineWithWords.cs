namespace FashionRecs.Domain.Explanations.Views;

/// <summary>Outlines and words.</summary>
public sealed record OutlineWithWords : ExplanationView
{
    /// <inheritdoc/>
    public override string Code => "OutlineWithWords";

    /// <inheritdoc/>
    public override string Name => "Outline with words";

    /// <inheritdoc/>
    public override string Description =>
        "The reasons in words, and the outline of the part of each: both sleeves, the hem. A frame where no outline is known.";

    /// <inheritdoc/>
    public override bool HasWords => true;

    /// <inheritdoc/>
    protected override ComposedExplanation Explain(ExplanationSubject subject) => new(this)
    {
        Heading = WhyThis,
        Sentence = ExplanationSentence.Because(subject.Reasons, subject.Place),
        Reasons = subject.Reasons,
        Marked = subject.Reasons,
        DrawsOutlines = true,
    };
}
