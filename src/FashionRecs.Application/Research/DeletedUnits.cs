namespace FashionRecs.Application.Research;

/// <summary>What is left of shoppers who asked to be deleted: how many an arm has lost.</summary>
/// <param name="Phase">Number of the phase.</param>
/// <param name="Arm">Key of the arm.</param>
/// <param name="Count">Units, 1 or more.</param>
public sealed record DeletedUnits(int Phase, string Arm, int Count);
