namespace FashionRecs.Recommenders.Complements;

/// <summary>What is believed of how much one kind of evidence counts for a shopper. Immutable.</summary>
/// <param name="Term">Names the evidence, for example "popularity".</param>
/// <param name="Label">Its name in a shopper's words.</param>
/// <param name="Mean">How much one unit of it adds for the shopper, at least 0.</param>
/// <param name="Deviation">Standard deviation of that, at least 0; 0 where it counts as for everybody.</param>
/// <param name="ForEverybody">How much it adds for somebody of whom nothing is known, at least 0.</param>
public sealed record EvidenceWeight(string Term, string Label, double Mean, double Deviation, double ForEverybody);
