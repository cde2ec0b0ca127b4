namespace FashionRecs.Experiments.Statistics;

/// <summary>Sums over units of products of what a ratio counts and what it counted before the experiment.</summary>
/// <param name="Numerators">Numerator × earlier numerator.</param>
/// <param name="Denominators">Denominator × earlier denominator.</param>
/// <param name="NumeratorWithEarlierDenominator">Numerator × earlier denominator.</param>
/// <param name="DenominatorWithEarlierNumerator">Denominator × earlier numerator.</param>
public sealed record RatioProducts(
    double Numerators, double Denominators, double NumeratorWithEarlierDenominator, double DenominatorWithEarlierNumerator);
