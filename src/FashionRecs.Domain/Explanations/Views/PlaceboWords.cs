namespace FashionRecs.Domain.Explanations.Views;

/// <summary>
/// The words of a placebo without its box, so that truth and form can be crossed. Words only where nothing but the reason can be named.
/// </summary>
public sealed record PlaceboWords : ExplanationView
{
    /// <inheritdoc/>
    public override string Code => "PlaceboWords";

    /// <inheritdoc/>
    public override string Name => "Placebo in words: a true value drawn at random";

    /// <inheritdoc/>
    public override string Description =>
        "Words of values that the product truly has and that are not why it is recommended, drawn at random; nothing on the picture. "
        + "Titles and pairings say nothing of why.";

    /// <inheritdoc/>
    public override bool HasWords => true;

    /// <inheritdoc/>
    public override bool SaysWhy => false;

    /// <inheritdoc/>
    protected override ComposedExplanation Explain(ExplanationSubject subject) =>
        new Placebo().Compose(subject) is { IsPlacebo: true } drawn
            ? drawn with { View = this, Marked = [] } : new WordsOnly().Compose(subject);
}
