namespace FashionRecs.Experiments.Statistics;

/// <summary>What is known of one arm: how many units, and the mean and variance of a metric over them. Immutable.</summary>
/// <param name="Count">Number of units; 0 is allowed and gives a mean and variance of 0.</param>
public abstract record SampleStatistic(long Count)
{
    /// <summary>The mean that is compared, after adjustment if there is one; in the metric's unit.</summary>
    public abstract double Mean { get; }

    /// <summary>The variance of one unit's value (not of the mean); in the metric's unit squared; 0 below two units.</summary>
    public abstract double Variance { get; }

    /// <summary>The mean without adjustment: what people would see counted, and the base of relative differences.</summary>
    public virtual double UnadjustedMean => Mean;

    /// <summary>Whether the numbers cannot come from real data, as a sentence naming <paramref name="arm"/>; null if they can.</summary>
    public abstract string? Problem(string arm);

    /// <summary>A difference of two sums of this relative size is rounding, not variance.</summary>
    protected const double Rounding = 1e-12;
}
