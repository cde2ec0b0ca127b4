namespace FashionRecs.Domain.Reviews.Agreement;

/// <summary>
/// Agreement of two raters (Cohen, "A coefficient of agreement for nominal scales", 1960) with the large-sample standard error of
/// Fleiss, Cohen and Everitt, "Large sample standard errors of kappa and weighted kappa", 1969.
/// </summary>
public static class CohenKappa
{
    /// <summary>Computes kappa of pairs of ratings.</summary>
    /// <param name="pairs">Per subject the category each of the two chose, from 0.</param>
    /// <param name="categories">Number of categories.</param>
    public static Kappa Of(IReadOnlyCollection<(int First, int Second)> pairs, int categories)
    {
        var counts = new double[categories, categories];
        foreach (var (first, second) in pairs)
        {
            counts[first, second]++;
        }

        return Of(counts);
    }

    /// <summary>Computes kappa of a square table of counts: rows are the first rater's categories, columns the second's.</summary>
    public static Kappa Of(double[,] counts)
    {
        var categories = counts.GetLength(0);
        var total = counts.Cast<double>().Sum();
        if (total == 0)
        {
            return new Kappa(double.NaN, double.NaN, double.NaN, double.NaN, 0);
        }

        double[] rows = new double[categories], columns = new double[categories];
        double observed = 0, chance = 0;
        for (var i = 0; i < categories; i++)
        {
            for (var j = 0; j < categories; j++)
            {
                rows[i] += counts[i, j] / total;
                columns[j] += counts[i, j] / total;
            }

            observed += counts[i, i] / total;
        }

        for (var i = 0; i < categories; i++)
        {
            chance += rows[i] * columns[i];
        }

        if (1 - chance < 1e-12)
        {
            return new Kappa(double.NaN, double.NaN, double.NaN, observed, (int)total);
        }

        var kappa = (observed - chance) / (1 - chance);
        double agreeing = 0, differing = 0;
        for (var i = 0; i < categories; i++)
        {
            for (var j = 0; j < categories; j++)
            {
                var share = counts[i, j] / total;
                if (i == j)
                {
                    agreeing += share * Math.Pow(1 - ((rows[i] + columns[i]) * (1 - kappa)), 2);
                }
                else
                {
                    differing += share * Math.Pow(columns[i] + rows[j], 2);
                }
            }
        }

        var variance =
            (agreeing + (Math.Pow(1 - kappa, 2) * differing) - Math.Pow(kappa - (chance * (1 - kappa)), 2)) / (
            total * Math.Pow(1 - chance, 2));
        return Kappa.Of(kappa, Math.Sqrt(Math.Max(0, variance)), observed, (int)total);
    }
}
