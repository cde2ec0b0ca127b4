using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Lifecycle;

/// <summary>What a planned size follows from; kept with the design, so that a reader can repeat the calculation.</summary>
/// <param name="Kind">What the primary metric counts.</param>
/// <param name="Baseline">Expected value of the control arm; a rate between 0 and 1 for a proportion.</param>
/// <param name="SmallestEffect">The smallest effect worth finding; a share of the baseline if relative, else in the metric's unit.</param>
/// <param name="Power">Probability of finding it, between alpha and 1.</param>
/// <param name="Deviation">Standard deviation of one unit, above 0; not used for a proportion, whose rate gives it.</param>
public sealed record SizePlan(MetricKind Kind, double Baseline, double SmallestEffect, double Power, double Deviation)
{
    /// <summary>Units per arm; null with one sentence where no practical size reaches the power or a number is out of its range.</summary>
    public long? UnitsPerArm(ComparisonSettings settings, out string? problem)
    {
        problem = null;
        try
        {
            var units = Kind == MetricKind.Proportion
                ? PowerCalculation.UnitsPerArm(Baseline, SmallestEffect, Power, settings)
                : PowerCalculation.UnitsPerArm(Baseline, Deviation * Deviation, Deviation * Deviation, SmallestEffect, Power, settings);
            problem = units is null ? "Not even a billion units per arm would reach this power; look for a larger effect." : null;
            return units;
        }
        catch (ArgumentOutOfRangeException exception)
        {
            // The first line is the sentence; parameter and value follow it.
            problem = exception.Message.Split(" (Parameter", 2)[0];
            return null;
        }
    }
}
