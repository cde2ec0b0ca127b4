namespace FashionRecs.Experiments.Statistics;

/// <summary>What can be said of a treatment against its control.</summary>
/// <param name="Effect">Treatment minus control; a share of the control's mean if relative, else in the metric's unit.</param>
/// <param name="StandardError">Standard error of the effect.</param>
/// <param name="Low">Lower end of the 1 − alpha interval.</param>
/// <param name="High">Upper end of the 1 − alpha interval.</param>
/// <param name="PValue">Two-sided p-value, valid at every look if sequential; 0 to 1.</param>
/// <param name="ChanceToWin">
/// Probability that the treatment is better: below the control where less is better, else above it; 0 to 1. Assumes one look and a flat
/// prior, also where the interval is sequential.
/// </param>
/// <param name="Risk">
/// Loss to expect if the treatment is chosen; in the effect's unit, 0 or more; null where neither way is better. Assumes what
/// <paramref name="ChanceToWin"/> does.
/// </param>
public sealed record Comparison(
    double Effect, double StandardError, double Low, double High, double PValue, double ChanceToWin, double? Risk)
{
    /// <summary>Welch–Satterthwaite degrees of freedom; 1 or more.</summary>
    public double DegreesOfFreedom { get; init; }

    /// <summary>Units in both arms.</summary>
    public long Units { get; init; }

    /// <summary>Whether the interval excludes "no difference".</summary>
    public bool IsSignificant => Low > 0 || High < 0;
}
