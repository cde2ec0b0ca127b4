namespace FashionRecs.Domain.Preferences;

/// <summary>
/// One step of Bayesian logistic regression by assumed density filtering (Spiegelhalter and Lauritzen, "Sequential updating of conditional
/// probabilities on directed graphical structures", 1990; MacKay, "The evidence framework applied to classification networks", 1992): the
/// posterior of the weights stays one Gaussian with full covariance. No randomness and no clock.
/// </summary>
public static class LogisticFilter
{
    /// <summary>Learns from one observation.</summary>
    /// <param name="mean">Mean of the weights; (weights). Changed in place.</param>
    /// <param name="covariance">Lower triangle of their covariance, row by row. Changed in place.</param>
    /// <param name="inputs">What speaks for the product, by weight; (weights), finite.</param>
    /// <param name="seen">What was observed.</param>
    public static void Update(Span<double> mean, Span<double> covariance, ReadOnlySpan<double> inputs, in Observation seen)
    {
        var margin = Math.Log(seen.Rate / (1 - seen.Rate));
        for (var weight = 0; weight < inputs.Length; weight++)
        {
            margin += mean[weight] * inputs[weight];
        }

        var spread = PackedSymmetric.Multiply(covariance, inputs); // Σx, (weights)
        var variance = 0.0;
        for (var weight = 0; weight < inputs.Length; weight++)
        {
            variance += spread[weight] * inputs[weight];
        }

        // MacKay's approximation of the logistic averaged over the posterior of the margin.
        var chance = 1 / (1 + Math.Exp(-margin / Math.Sqrt(1 + (Math.PI * variance / 8))));
        var strength = seen.Examined is { } examined ? seen.Strength * PositionBias.ExaminationGivenSkip(examined, chance) : seen.Strength;

        // Precision grows by strength · p(1−p) · xxᵀ; Sherman–Morrison gives the covariance without an inverse.
        var curvature = strength * chance * (1 - chance);
        var shrink = 1 + (curvature * variance);
        PackedSymmetric.AddOuter(covariance, -curvature / shrink, spread);
        var step = strength * ((seen.Wanted ? 1 : 0) - chance) / shrink;
        for (var weight = 0; weight < mean.Length; weight++)
        {
            mean[weight] += step * spread[weight];
        }
    }
}
