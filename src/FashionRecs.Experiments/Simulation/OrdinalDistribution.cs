namespace FashionRecs.Experiments.Simulation;

/// <summary>Answers on a scale of whole numbers. Immutable.</summary>
/// <param name="Least">The least answer.</param>
/// <param name="Shares">Probability of each answer from the least on; they sum to one.</param>
public sealed record OrdinalDistribution(int Least, IReadOnlyList<double> Shares)
{
    /// <summary>The mean answer.</summary>
    public double Mean => Shares.Select((share, at) => share * (Least + at)).Sum();

    /// <summary>Standard deviation of one answer.</summary>
    public double Deviation => Math.Sqrt(Shares.Select((share, at) => share * Math.Pow(Least + at - Mean, 2)).Sum());

    /// <summary>
    /// The distribution of a mean and a standard deviation that assumes nothing else: that of the largest entropy (Jaynes, 1957), whose
    /// logarithm is a parabola.
    /// </summary>
    /// <param name="mean">Strictly between the ends.</param>
    /// <param name="deviation">Above 0; where no answers have it, the closest that some do.</param>
    public static OrdinalDistribution Of(double mean, double deviation, int least, int most)
    {
        var (narrow, wide) = (-20.0, 20.0);
        for (var step = 0; step < 60; step++)
        {
            var bend = (narrow + wide) / 2;
            (narrow, wide) = WithMean(bend).Deviation < deviation ? (bend, wide) : (narrow, bend);
        }

        return WithMean(wide);

        OrdinalDistribution WithMean(double bend) => Solved(mean, tilt => Normalized(least, [.. Enumerable.Range(0, most - least + 1)
            .Select(at => (tilt * at) + (bend * Math.Pow(least + at - mean, 2)))]), 200);
    }

    /// <summary>
    /// The same after a shift of all cumulative odds by one factor (McCullagh, "Regression Models for Ordinal Data", 1980).
    /// </summary>
    /// <param name="mean">The mean after it; strictly between the ends.</param>
    public OrdinalDistribution ShiftedTo(double mean)
    {
        return Solved(mean, Shifted, 60);

        OrdinalDistribution Shifted(double logOdds)
        {
            var shares = new double[Shares.Count];
            var (sum, before) = (0.0, 0.0);
            for (var at = 0; at < shares.Length; at++)
            {
                sum = Math.Min(1, sum + Shares[at]);
                var below = at == shares.Length - 1 ? 1 : sum <= 0 ? 0 : sum >= 1 ? 1
                    : 1 / (1 + Math.Exp(logOdds - Math.Log(sum / (1 - sum))));
                (shares[at], before) = (below - before, below);
            }

            return new(Least, shares);
        }
    }

    /// <summary>Draws one answer.</summary>
    internal int Next(Random random)
    {
        var left = random.NextDouble();
        for (var at = 0; at < Shares.Count - 1; at++)
        {
            left -= Shares[at];
            if (left < 0)
            {
                return Least + at;
            }
        }

        return Least + Shares.Count - 1;
    }

    private static OrdinalDistribution Solved(double mean, Func<double, OrdinalDistribution> of, double reach)
    {
        var (low, high) = (-reach, reach);
        for (var step = 0; step < 80; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = of(middle).Mean < mean ? (middle, high) : (low, middle);
        }

        return of((low + high) / 2);
    }

    private static OrdinalDistribution Normalized(int least, double[] logarithms)
    {
        var top = logarithms.Max();
        var sum = logarithms.Sum(logarithm => Math.Exp(logarithm - top));
        return new(least, [.. logarithms.Select(logarithm => Math.Exp(logarithm - top) / sum)]);
    }
}
