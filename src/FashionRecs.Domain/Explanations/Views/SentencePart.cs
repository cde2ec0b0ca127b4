namespace FashionRecs.Domain.Explanations.Views;

/// <summary>A part of a sentence.</summary>
/// <param name="Words">What it says.</param>
/// <param name="Reason">The reason it names, or null.</param>
/// <param name="IsName">Whether it is a product's name, which keeps its own direction of writing.</param>
public sealed record SentencePart(string Words, ExplainedReason? Reason = null, bool IsName = false);
