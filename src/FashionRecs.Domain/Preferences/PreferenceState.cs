using FashionRecs.Domain.Ranking;
using MathNet.Numerics.Distributions;

namespace FashionRecs.Domain.Preferences;

/// <summary>
/// What is believed of one shopper: a Gaussian over the weights, and which of them are pinned.
/// Immutable and safe to share between threads; <see cref="PreferenceLearner.Update"/> makes the next one.
/// </summary>
public sealed class PreferenceState
{
    private readonly double[] mean;
    private readonly double[] covariance;
    private PreferenceVector? weights;

    private readonly double[] evidence;

    internal PreferenceState(double[] mean, double[] covariance, double[] evidence, IReadOnlySet<int> pinned, int events)
    {
        (this.mean, this.covariance, this.evidence, Pinned, Events) = (mean, covariance, evidence, pinned, events);
    }

    /// <summary>Number of values.</summary>
    public int Length => mean.Length;

    /// <summary>Mean weight per value; (values).</summary>
    public ReadOnlySpan<double> Mean => mean;

    /// <summary>Lower triangle of the covariance, row by row.</summary>
    public ReadOnlySpan<double> Covariance => covariance;

    /// <summary>
    /// How much the shopper's own acts were about each value: the amounts that products they judged or opened have of it, times what the
    /// act counts for; (values). What is 0 here is only a guess from how likings go together.
    /// </summary>
    public ReadOnlySpan<double> Evidence => evidence;

    /// <summary>Indices of the values whose weight the shopper pinned.</summary>
    public IReadOnlySet<int> Pinned { get; }

    /// <summary>How many events made this state.</summary>
    public int Events { get; }

    /// <summary>The weights in the form that scores.</summary>
    public PreferenceVector Weights => weights ??= PreferenceVector.Of(mean);

    /// <summary>Standard deviation of the weight of a value, at least 0; 0 for a pinned one.</summary>
    public double Deviation(int value) => Math.Sqrt(Math.Max(0, covariance[PackedSymmetric.At(value, value)]));

    /// <summary>Chance in [0, 1] that a sum of weights, each times its amount, is above 0; 1/2 where nothing is known.</summary>
    /// <param name="amounts">Indices of values and their amounts.</param>
    public double ChancePositive(IReadOnlyList<(int Value, double Amount)> amounts)
    {
        var (mean, deviation) = Sum(amounts);
        return deviation > 0 ? Normal.CDF(0, 1, mean / deviation) : mean > 0 ? 1 : mean < 0 ? 0 : 0.5;
    }

    /// <summary>Mean and standard deviation of a sum of weights, each times its amount.</summary>
    /// <param name="amounts">Indices of values and their amounts.</param>
    public (double Mean, double Deviation) Sum(IReadOnlyList<(int Value, double Amount)> amounts)
    {
        double mean = 0, variance = 0;
        foreach (var (value, amount) in amounts)
        {
            mean += this.mean[value] * amount;
            foreach (var (other, otherAmount) in amounts)
            {
                variance += amount * otherAmount * covariance[PackedSymmetric.At(value, other)];
            }
        }

        return (mean, Math.Sqrt(Math.Max(0, variance)));
    }

    /// <summary>
    /// What is believed of a liking of one value, or of the values of a family together, each as often as the shopper met it; where none
    /// was met, all alike. Mean and standard deviation of the weight, and the own acts it rests on.
    /// </summary>
    /// <param name="values">Indices of the values.</param>
    public (double Mean, double Deviation, double Evidence) Liking(params IReadOnlyList<int> values)
    {
        var own = values.Sum(value => evidence[value]);
        var (mean, deviation) = Sum([.. values.Select(value => (value, own > 0 ? evidence[value] / own : 1.0 / values.Count))]);
        return (mean, deviation, own);
    }

    /// <summary>Variance of a product's score, xᵀΣx, at least 0: how little is known of whether this shopper would want it.</summary>
    public double ScoreVariance(Catalog.ItemVector item)
    {
        var variance = 0.0;
        for (var row = 0; row < Length; row++)
        {
            if (item[row] == 0)
            {
                continue;
            }

            for (var column = 0; column < row; column++)
            {
                variance += 2 * item[row] * item[column] * covariance[PackedSymmetric.At(row, column)];
            }

            variance += item[row] * item[row] * covariance[PackedSymmetric.At(row, row)];
        }

        return Math.Max(0, variance);
    }

    /// <summary>A state that starts from a prior.</summary>
    public static PreferenceState From(PreferencePrior prior) =>
        new(prior.Mean.ToArray(), prior.Covariance.ToArray(), new double[prior.Mean.Length], new HashSet<int>(), 0);
}
