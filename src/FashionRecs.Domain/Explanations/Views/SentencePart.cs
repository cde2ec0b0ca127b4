namespace FashionRecs.Domain.Explanations.Views;

/// <summary>A part of a sentence.</summary>
/// <param name="Words">What it says.</param>
/// <param name="Reason">The reason it names, or null.</param>
public sealed record SentencePart(string Words, ExplainedReason? Reason = null);
