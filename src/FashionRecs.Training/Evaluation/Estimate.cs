namespace FashionRecs.Training.Evaluation;

/// <summary>
/// A measured number with its bootstrap 95 % interval (percentiles 2.5 and 97.5 over resampled pictures; Efron 1979). Null where nothing
/// allows it.
/// </summary>
public sealed record Estimate(double? Value, double? Low, double? High)
{
    /// <summary>Takes the interval from the measures of resampled pictures.</summary>
    public static Estimate Of(double? value, IEnumerable<double?> resampled)
    {
        double[] sorted = [.. resampled.Where(other => other is not null).Select(other => other!.Value).Order()];
        return value is null || sorted.Length == 0
            ? new Estimate(value, null, null)
            : new Estimate(value, sorted[(int)(0.025 * (sorted.Length - 1))], sorted[(int)Math.Ceiling(0.975 * (sorted.Length - 1))]);
    }
}
