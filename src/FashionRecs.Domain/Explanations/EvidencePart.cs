namespace FashionRecs.Domain.Explanations;

/// <summary>What one piece of evidence adds to a score or takes from it. Immutable.</summary>
/// <param name="Term">Names it, for example "colour"; never changes.</param>
/// <param name="Label">Its name in a shopper's words, for example "Colour".</param>
/// <param name="Hundredths">What it adds, in whole hundredths, as it is printed.</param>
public sealed record EvidencePart(string Term, string Label, int Hundredths);
