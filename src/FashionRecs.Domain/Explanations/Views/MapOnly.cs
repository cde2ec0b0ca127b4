namespace FashionRecs.Domain.Explanations.Views;

/// <summary>The region of the first reason only, as the activation map over the picture.</summary>
public sealed record MapOnly : ExplanationView
{
    /// <inheritdoc/>
    public override string Code => "Map";

    /// <inheritdoc/>
    public override string Name => "Map only";

    /// <inheritdoc/>
    public override string Description =>
        "The heat map of the first reason over the picture; no words. One map only: two would hide each other.";

    /// <inheritdoc/>
    public override bool HasWords => false;

    /// <inheritdoc/>
    protected override ComposedExplanation Explain(ExplanationSubject subject) => new(this)
    {
        Reasons = [subject.Reasons[0]], Map = subject.Reasons[0],
    };
}
