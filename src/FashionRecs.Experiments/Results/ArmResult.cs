using FashionRecs.Experiments.Margins;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Results;

/// <summary>One arm's raw figures of one metric and, unless it is the control, its comparison.</summary>
/// <param name="Arm">Key of the arm.</param>
/// <param name="Units">Units that count for the metric.</param>
/// <param name="Total">Sum of the metric over them (conversions, clicks, seconds), after capping.</param>
/// <param name="Denominator">What a ratio is counted among; equals <paramref name="Units"/> otherwise.</param>
/// <param name="Mean">Total per denominator.</param>
/// <param name="Comparison">Against the control; null for the control itself and where <paramref name="NotYet"/> says why.</param>
/// <param name="NotYet">Why there is no comparison, in one sentence.</param>
/// <param name="CorrectedPValue">The p-value corrected for all arms and metrics asked together; null without a comparison.</param>
public sealed record ArmResult(
    string Arm, long Units, double Total, double Denominator, double Mean, Comparison? Comparison, string? NotYet,
    double? CorrectedPValue = null)
{
    /// <summary>
    /// Whether the arm differs from its control even after correction: the interval alone does not know how much else was asked.
    /// </summary>
    public bool IsSure { get; init; }

    /// <summary>Lower end of the interval that is corrected as the p-value is; null without a comparison.</summary>
    public double? CorrectedLow { get; init; }

    /// <summary>Upper end of the interval that is corrected as the p-value is; null without a comparison.</summary>
    public double? CorrectedHigh { get; init; }

    /// <summary>The same judged by a margin; null without one or without a comparison.</summary>
    public MarginResult? Margin { get; init; }
}
