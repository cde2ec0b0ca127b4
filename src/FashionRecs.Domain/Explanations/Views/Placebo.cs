using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Hashing;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Domain.Explanations.Views;

/// <summary>
/// Box and words of values that the product truly has, drawn at random from those that are not why it is recommended; as many as there are
/// reasons, where the product has so many. Researchers know, shoppers do not. Box with words where nothing but the reason can be named.
/// </summary>
public sealed record Placebo : ExplanationView
{
    /// <inheritdoc/>
    public override string Code => "Placebo";

    /// <inheritdoc/>
    public override string Name => "Placebo: a true value drawn at random";

    /// <inheritdoc/>
    public override string Description =>
        "Box and words of values that the product truly has and that are not why it is recommended, drawn at random. "
        + "Titles and pairings say nothing of why.";

    /// <inheritdoc/>
    public override bool HasWords => true;

    /// <inheritdoc/>
    public override bool SaysWhy => false;

    /// <inheritdoc/>
    protected override ComposedExplanation Explain(ExplanationSubject subject)
    {
        var seen = subject.Item.Readings.Where(IsTrue).Select(ExplainedReason.From);
        var others = seen.Where(value => !Same(value, subject.Reasons[0])).ToArray();
        // A second reason would be true, too; it is drawn only where there is nothing else.
        var idle = others.Where(value => !subject.Reasons.Any(reason => Same(value, reason))).ToArray();
        var drawn = Draw(idle.Length > 0 ? idle : others, subject);
        return drawn.Length == 0
            ? new BoxWithWords().Compose(subject)
            : new(this)
            {
                Heading = WhyThis,
                Sentence = ExplanationSentence.Because(drawn, subject.Place),
                Reasons = drawn,
                Marked = drawn,
                IsPlacebo = true,
            };
    }

    /// <summary>Whether both speak of a value in common: a value is said by its family, too.</summary>
    private static bool Same(ExplainedReason one, ExplainedReason other) => one.Values.Intersect(other.Values).Any();

    private static ExplainedReason[] Draw(IEnumerable<ExplainedReason> values, ExplanationSubject subject)
    {
        var (left, drawn) = (values.ToList(), new List<ExplainedReason>());
        while (left.Count > 0 && drawn.Count < subject.Reasons.Count)
        {
            var which = drawn.Count == 0 ? "" : $":{drawn.Count}";
            var number = UnitHash.Compute(subject.Seed, $"placebo:{subject.Item.Product.Id}{which}")!.Value;
            var next = left[(int)(number * left.Count)];
            drawn.Add(next);
            left.Remove(next);
        }

        return [.. drawn];
    }

    private static bool IsTrue(AttributeReading reading) =>
        reading.Region is not null && reading.Visible >= Visibility.Shown
            && reading.Probabilities[reading.Top.Position] >= Visibility.Shown;
}
