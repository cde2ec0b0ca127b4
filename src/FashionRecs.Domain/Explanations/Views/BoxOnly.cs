namespace FashionRecs.Domain.Explanations.Views;

/// <summary>The regions only, as boxes on the picture.</summary>
public sealed record BoxOnly : ExplanationView
{
    /// <inheritdoc/>
    public override string Code => "Box";

    /// <inheritdoc/>
    public override string Name => "Box only";

    /// <inheritdoc/>
    public override string Description => "A frame around the region of each reason; no words, not even for those who hear the page.";

    /// <inheritdoc/>
    public override bool HasWords => false;

    /// <inheritdoc/>
    protected override ComposedExplanation Explain(ExplanationSubject subject) => new(this)
    {
        Reasons = subject.Reasons, Marked = subject.Reasons,
    };
}
