namespace FashionRecs.Experiments.Statistics;

/// <summary>
/// Winsorizing: values above a percentile of the units that did anything count as that percentile, in all arms alike. One
/// unit's huge order would otherwise decide an experiment. The rule is stated with the metric, before the data is seen.
/// </summary>
/// <param name="Percentile">Above 0 and up to 1; 1 caps nothing.</param>
public sealed record OutlierCap(double Percentile)
{
    /// <summary>Caps nothing.</summary>
    public static OutlierCap None { get; } = new(1);

    /// <summary>
    /// The largest value that counts, or null when nothing is capped. It is the percentile (nearest rank) of all values
    /// that are not zero, of every arm together, so that the rule cannot favour an arm.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The percentile is outside its range.</exception>
    public double? Threshold(IEnumerable<double> values)
    {
        if (Percentile is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(values), Percentile, "The percentile of a cap lies above 0 and up to 1.");
        }

        if (Percentile == 1)
        {
            return null;
        }

        var ordered = values.Where(value => value != 0).Order().ToArray();
        return ordered.Length == 0 ? null : ordered[Math.Max(0, (int)Math.Ceiling(Percentile * ordered.Length) - 1)];
    }

    /// <summary>The value that counts.</summary>
    public static double Apply(double value, double? threshold) => threshold is { } cap ? Math.Min(value, cap) : value;
}
