using MathNet.Numerics.RootFinding;

namespace FashionRecs.Experiments.GroupSequential;

/// <summary>Looks that were planned beforehand, at equal steps up to the planned size. Immutable.</summary>
/// <param name="Spending">How alpha is spent over them.</param>
/// <param name="Looks">How many, 2 to 20.</param>
public sealed record GroupPlan(AlphaSpending Spending, int Looks)
{
    /// <summary>The most looks that can be planned.</summary>
    public const int MostLooks = 20;

    /// <summary>The look that has been reached, 1 to <see cref="Looks"/>; 0 before the first. Default 0.</summary>
    public int Reached { get; init; }

    /// <summary>Share of the planned size at a look.</summary>
    /// <param name="look">1 to <see cref="Looks"/>.</param>
    public double Information(int look) => look == Looks ? 1 : (double)look / Looks;

    /// <summary>The bounds of the standardized effect at all looks up to one.</summary>
    /// <param name="level">Two-sided, between 0 and 1.</param>
    public double[] Bounds(double level, int upTo) =>
        GroupSequentialBounds.Of([.. Enumerable.Range(1, upTo).Select(Information)], level, Spending);

    /// <summary>
    /// The repeated p-value at the look that was reached: the smallest level whose bound there is crossed (Jennison and Turnbull, "Interim
    /// Analyses: The Repeated Confidence Interval Approach", JRSS B 1989).
    /// </summary>
    /// <param name="z">The standardized effect.</param>
    public double PValue(double z)
    {
        const double least = 1e-12;
        var size = Math.Abs(z);
        return Above(Math.Log(0.999)) >= 0 ? 1 : Above(Math.Log(least)) <= 0 ? least
            : Math.Exp(Brent.FindRoot(Above, Math.Log(least), Math.Log(0.999), 1e-11, 200));

        double Above(double logLevel) => Bounds(Math.Exp(logLevel), Reached)[^1] - size;
    }
}
