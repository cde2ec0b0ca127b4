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
        "What shoppers see outside experiments: box and words; on a product's page also every contribution and all that is seen. "
        + "Where there is no reason, it says so.";

    /// <inheritdoc/>
    public override bool HasWords => true;

    /// <inheritdoc/>
    protected override ComposedExplanation Explain(ExplanationSubject subject) => WithoutReason(subject) with
    {
        Sentence = ExplanationSentence.Because(subject.Reasons, subject.Place), Reasons = subject.Reasons, Marked = subject.Reasons,
    };

    /// <inheritdoc/>
    protected override ComposedExplanation WithoutReason(ExplanationSubject subject) => subject.Place == ExplanationPlace.Card
        ? new(this) { AllowsNote = true }
        : new(this)
        {
            Heading = WhyThis,
            Sentence = ExplanationSentence.Plain(subject.Why.Shares.Count == 0
                ? "Nothing you did says anything about this one yet."
                : "No single part of it stands out enough to be named as the reason."),
            Contributions = subject.Why.Shares,
            ListsReadings = true,
        };
}
