namespace FashionRecs.Experiments.Scales;

/// <summary>How consistently the statements of a scale were answered.</summary>
/// <param name="Scale">Key of the scale.</param>
/// <param name="Items">How many statements.</param>
/// <param name="Answers">Complete sets of answers.</param>
/// <param name="People">Participants who gave them.</param>
/// <param name="Alpha">Cronbach's alpha; null where it is not defined.</param>
/// <param name="Omega">McDonald's omega total; null where one factor does not fit.</param>
public sealed record ScaleReliability(
    string Scale, int Items, int Answers, int People, ReliabilityInterval? Alpha, ReliabilityInterval? Omega);
