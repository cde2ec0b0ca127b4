namespace FashionRecs.Domain.Explanations.Views;

/// <summary>Boxes and words.</summary>
public sealed record BoxWithWords : ExplanationView
{
    /// <inheritdoc/>
    public override string Code => "BoxWithWords";

    /// <inheritdoc/>
    public override string Name => "Box with words";

    /// <inheritdoc/>
    public override string Description => "The reasons in words, and a frame around the region of each.";

    /// <inheritdoc/>
    public override bool HasWords => true;

    /// <inheritdoc/>
    protected override bool SaysOtherEvidence => true;

    /// <inheritdoc/>
    protected override ComposedExplanation Explain(ExplanationSubject subject) => new(this)
    {
        Heading = WhyThis,
        Sentence = ExplanationSentence.Because(subject.Said, subject.Place),
        Reasons = subject.Said,
        Marked = subject.Reasons,
    };
}
