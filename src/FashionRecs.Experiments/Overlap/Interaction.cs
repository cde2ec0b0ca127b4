using FashionRecs.Experiments.Metrics;

namespace FashionRecs.Experiments.Overlap;

/// <summary>Whether the effects of an experiment on its primary metric depend on the arm of another.</summary>
/// <param name="Experiment">Key of the experiment whose effects are looked at.</param>
/// <param name="Metric">Its primary metric.</param>
/// <param name="PValue">Chance of interactions at least this large if there were none; null where <paramref name="NotYet"/> says
/// why.</param>
/// <param name="NotYet">Why there is no number, in one sentence.</param>
public sealed record Interaction(string Experiment, Metric Metric, double? PValue, string? NotYet)
{
    /// <summary>Corrected by Holm over all interactions that are looked at together; null without a number.</summary>
    public double? CorrectedPValue { get; init; }
}
