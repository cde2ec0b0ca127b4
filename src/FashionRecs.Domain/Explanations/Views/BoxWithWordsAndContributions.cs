namespace FashionRecs.Domain.Explanations.Views;

/// <summary>Boxes, words, and every contribution to the score.</summary>
public sealed record BoxWithWordsAndContributions : ExplanationView
{
    /// <inheritdoc/>
    public override string Code => "BoxWithWordsAndShares";

    /// <inheritdoc/>
    public override string Name => "Box with words and contributions";

    /// <inheritdoc/>
    public override string Description => "Box and words, and what every value adds to the score or takes from it, on cards as well.";

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
        Contributions = subject.Why.Contributions,
    };
}
