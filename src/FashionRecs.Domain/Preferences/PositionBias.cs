namespace FashionRecs.Domain.Preferences;

/// <summary>
/// The position-based click model (Craswell et al., "An experimental comparison of click position-bias models", 2008):
/// a product is opened when it is looked at, which depends on its position alone, and it appeals.
/// </summary>
public static class PositionBias
{
    /// <summary>Chance in (0, 1] that the product at a zero-based position is looked at: (1 + position)^−exponent.</summary>
    public static double ExaminationProbability(int position, double exponent) => Math.Pow(1 + Math.Max(0, position), -exponent);

    /// <summary>
    /// Chance that a product was looked at although it was not opened. This is the share of "passed over" that is about the
    /// product; the rest is about its place. It makes the gradient of log(1 − looked · appeal) out of that of log(1 − appeal).
    /// </summary>
    /// <param name="looked">Chance that its position is looked at, in (0, 1].</param>
    /// <param name="appeal">Chance that it is opened when looked at, in (0, 1).</param>
    public static double ExaminationGivenSkip(double looked, double appeal) => looked * (1 - appeal) / (1 - (looked * appeal));
}
