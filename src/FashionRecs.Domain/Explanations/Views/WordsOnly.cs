namespace FashionRecs.Domain.Explanations.Views;

/// <summary>Words only.</summary>
public sealed record WordsOnly : ExplanationView
{
    /// <inheritdoc/>
    public override string Code => "Words";

    /// <inheritdoc/>
    public override string Name => "Words only";

    /// <inheritdoc/>
    public override string Description => "The reasons in words; nothing on the picture.";

    /// <inheritdoc/>
    public override bool HasWords => true;

    /// <inheritdoc/>
    protected override bool SaysOtherEvidence => true;

    /// <inheritdoc/>
    protected override ComposedExplanation Explain(ExplanationSubject subject) => new(this)
    {
        Heading = WhyThis, Sentence = ExplanationSentence.Because(subject.Said, subject.Place), Reasons = subject.Said,
    };
}
