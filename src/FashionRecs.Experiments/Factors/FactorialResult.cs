using FashionRecs.Experiments.Metrics;

namespace FashionRecs.Experiments.Factors;

/// <summary>What a 2×2 design says of one metric.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Factors">The factors.</param>
/// <param name="Cells">The four cells with their raw figures, in the order of the arms.</param>
/// <param name="Effects">Both main effects, then the interaction.</param>
public sealed record FactorialResult(Metric Metric, FactorPair Factors, IReadOnlyList<FactorialArm> Cells,
    IReadOnlyList<FactorEffect> Effects)
{
    /// <summary>How to read it, in one sentence.</summary>
    public string Reading => Effects.Any(effect => effect.Comparison is null)
        ? "The effects need numbers in all four arms."
        : Effects[^1].IsSure
            ? $"What {Factors.First.Name} does depends on {Factors.Second.Name}: read the four arms, not the main effects alone."
            : "That the factors act independently is not disproved, which is no proof; "
                + "each main effect is the mean over the other's levels.";
}
