namespace FashionRecs.Domain.Explanations.Views;

/// <summary>What shoppers see who take part in no experiment.</summary>
public sealed record AsTheShop : ExplanationView
{
    /// <inheritdoc/>
    public override string Code => "AsTheShop";

    /// <inheritdoc/>
    public override string Name => "As the shop does it";

    /// <inheritdoc/>
    public override string Description =>
        "What shoppers see outside experiments: words, and the outline of the part of each; on a product's page also every contribution and all that is seen. "
        + "Where there is no reason, it says so.";

    /// <inheritdoc/>
    public override bool HasWords => true;

    /// <inheritdoc/>
    protected override bool SaysOtherEvidence => true;

    /// <inheritdoc/>
    protected override ComposedExplanation Explain(ExplanationSubject subject) => WithoutReason(subject) with
    {
        Sentence = ExplanationSentence.Because(subject.Said, subject.Place), Reasons = subject.Said, Marked = subject.Reasons,
        DrawsOutlines = true,
    };

    /// <inheritdoc/>
    protected override ComposedExplanation WithoutReason(ExplanationSubject subject) => subject.Place == ExplanationPlace.Card
        ? new(this) { AllowsNote = true }
        : new(this)
        {
            Heading = WhyThis,
            Sentence = ExplanationSentence.Plain(subject.Why.Contributions.Count == 0
                ? "We don't know yet whether it is to your taste."
                : "A good overall match – no single part of it is the reason."),
            Contributions = subject.Why.Contributions,
            ListsReadings = true,
            DrawsOutlines = true,
        };
}
