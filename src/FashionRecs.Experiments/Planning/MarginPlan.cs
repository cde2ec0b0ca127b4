using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Margins;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Planning;

/// <summary>
/// The power calculation of a difference that needs as many units as a test against a margin: the distance from no effect to the margin is
/// found at the level of that test; for equivalence both ends are to be missed, each with half of what the power leaves (Julious, "Sample
/// sizes for clinical trials with normal data", Statistics in Medicine 2004).
/// </summary>
/// <param name="Effect">The effect to be found.</param>
/// <param name="Power">With this power.</param>
/// <param name="Level">At this two-sided level.</param>
/// <param name="Settings">With these settings.</param>
internal sealed record MarginPlan(double Effect, double Power, double Level, ComparisonSettings Settings)
{
    /// <summary>What a plan comes down to.</summary>
    /// <param name="level">Alpha of one comparison after the correction.</param>
    public static MarginPlan Of(SizePlan plan, ComparisonSettings settings, double level)
    {
        if (plan.Question == PrimaryQuestion.Difference)
        {
            return new(plan.SmallestEffect, plan.Power, level, settings);
        }

        // The arms being alike, a relative difference has the variance of an absolute one over the mean.
        var margin = Math.Abs(settings.Difference == DifferenceKind.Relative ? plan.SmallestEffect * plan.Baseline : plan.SmallestEffect);
        return new(margin, plan.Question == PrimaryQuestion.Equivalence ? (1 + plan.Power) / 2 : plan.Power,
            MarginTest.IntervalLevel(settings, level), settings with { Difference = DifferenceKind.Absolute });
    }
}
