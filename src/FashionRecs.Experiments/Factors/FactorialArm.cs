using FashionRecs.Experiments.Results;

namespace FashionRecs.Experiments.Factors;

/// <summary>An arm of a 2×2 design.</summary>
/// <param name="Cell">Its levels.</param>
/// <param name="Arm">Its raw figures and comparison.</param>
public sealed record FactorialArm(FactorCell Cell, ArmResult Arm);
