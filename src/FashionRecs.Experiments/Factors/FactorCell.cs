namespace FashionRecs.Experiments.Factors;

/// <summary>The levels that an arm has of both factors; true is the second level.</summary>
public readonly record struct FactorCell(bool First, bool Second);
