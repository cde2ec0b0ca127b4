using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Factors;

/// <summary>One contrast of a 2×2 design.</summary>
/// <param name="Name">"words", "region" or "words × region".</param>
/// <param name="IsInteraction">Whether it is the interaction and no main effect.</param>
/// <param name="Comparison">
/// The contrast in the metric's unit: for a factor the mean of its second level minus that of its first; for the interaction the first
/// factor's effect at the second level of the other minus that at its first. Null where <paramref name="NotYet"/> says why.
/// </param>
/// <param name="NotYet">Why there is no number, in one sentence.</param>
public sealed record FactorEffect(string Name, bool IsInteraction, Comparison? Comparison, string? NotYet)
{
    /// <summary>The p-value corrected by Holm over both main effects and the interaction; null without a number.</summary>
    public double? CorrectedPValue { get; init; }

    /// <summary>Lower end of Bonferroni's interval over the three.</summary>
    public double? CorrectedLow { get; init; }

    /// <summary>Upper end of Bonferroni's interval over the three.</summary>
    public double? CorrectedHigh { get; init; }

    /// <summary>Whether it differs from zero after the correction.</summary>
    public bool IsSure { get; init; }
}
