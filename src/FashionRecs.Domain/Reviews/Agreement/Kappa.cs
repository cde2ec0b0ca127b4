namespace FashionRecs.Domain.Reviews.Agreement;

/// <summary>Agreement beyond chance: 1 is perfect, 0 what chance gives, below 0 less than chance.</summary>
/// <param name="Value">Kappa; NaN where chance alone would agree always or nothing was rated.</param>
/// <param name="Low">Lower end of the 95 % interval, at least −1.</param>
/// <param name="High">Upper end, at most 1.</param>
/// <param name="Observed">Share of agreeing pairs in [0, 1].</param>
/// <param name="Count">Subjects rated.</param>
public sealed record Kappa(double Value, double Low, double High, double Observed, int Count)
{
    /// <summary>Two-sided 95 % point of the normal distribution.</summary>
    private const double Z = 1.959963984540054;

    internal static Kappa Of(double value, double standardError, double observed, int count) => double.IsNaN(value)
        ? new Kappa(double.NaN, double.NaN, double.NaN, observed, count)
        : new Kappa(value, Math.Max(-1, value - (Z * standardError)), Math.Min(1, value + (Z * standardError)), observed, count);
}
