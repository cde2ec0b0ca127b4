using System.Text.Json.Serialization;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Results;

/// <summary>Two arms as sums and how to compare them: the input of an analysis that was counted elsewhere.</summary>
/// <param name="Control">Sums of the control arm.</param>
/// <param name="Treatment">Sums of the treatment arm.</param>
/// <param name="Metric">"proportion", "mean" or "ratio".</param>
public sealed record AnalysisRequest(
    [property: JsonRequired] ArmSums Control, [property: JsonRequired] ArmSums Treatment, [property: JsonRequired] MetricKind Metric)
{
    /// <summary>Chance of a false alarm, between 0 and 1. Default 0.05.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>Whether the interval holds at every look. Default false.</summary>
    public bool Sequential { get; init; }

    /// <summary>Units at which the sequential interval is tightest. Default 5,000.</summary>
    public double Tuning { get; init; } = 5000;

    /// <summary>"relative" (default) or "absolute".</summary>
    public DifferenceKind Difference { get; init; } = DifferenceKind.Relative;

    /// <summary>"higher_is_better" (default), "lower_is_better" or "neither".</summary>
    public MetricDirection Direction { get; init; }

    /// <summary>Compares the arms. Where the data do not allow it, as without variance, the response's error says so.</summary>
    /// <exception cref="InvalidDataException"> The request is none: a sum that the metric needs is missing, no units can have such sums, an
    /// arm has fewer than two, or a setting is out of its range. </exception>
    public AnalysisResponse Run()
    {
        var settings =
            new ComparisonSettings { Alpha = Alpha, Sequential = Sequential, Tuning = Tuning, Difference = Difference,
            Direction = Direction };
        var control = Control.ToStatistic(Metric, "control");
        var treatment = Treatment.ToStatistic(Metric, "treatment");
        if (control.GetType() != treatment.GetType())
        {
            throw new InvalidDataException("Either both arms have covariate sums or neither.");
        }

        if ((settings.Problem() ?? EffectEstimator.Problem(control, treatment)) is { } problem)
        {
            throw new InvalidDataException(problem);
        }

        return ArmComparison.Compare(control, treatment, settings, out var error) is { } result
            ? new AnalysisResponse(result.Effect, result.StandardError, [result.Low, result.High], result.PValue, result.ChanceToWin,
                result.Risk, null)
            : AnalysisResponse.Failed(error!);
    }
}
