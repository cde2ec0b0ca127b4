namespace FashionRecs.Domain.Explanations.Views;

/// <summary>No explanation.</summary>
public sealed record NoExplanation : ExplanationView
{
    /// <inheritdoc/>
    public override string Code => "None";

    /// <inheritdoc/>
    public override string Name => "No explanation";

    /// <inheritdoc/>
    public override string Description => "Nothing of why is shown anywhere on the page.";

    /// <inheritdoc/>
    public override bool HasWords => false;

    /// <inheritdoc/>
    protected override ComposedExplanation Explain(ExplanationSubject subject) => new(this);
}
