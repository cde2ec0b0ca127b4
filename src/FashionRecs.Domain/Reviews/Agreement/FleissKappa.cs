namespace FashionRecs.Domain.Reviews.Agreement;

/// <summary>
/// Agreement of several raters, not always the same ones (Fleiss, "Measuring nominal scale agreement among many raters", 1971).
/// Subjects may have different numbers of ratings, at least two; each then counts by its share of agreeing pairs. The interval is a
/// jackknife over subjects (Efron, Tibshirani 1993), since the paper's own variance holds only where there is no agreement beyond chance.
/// </summary>
public static class FleissKappa
{
    /// <summary>Computes kappa.</summary>
    /// <param name="counts">Per subject how many raters chose each category; subjects with fewer than two ratings are left out.</param>
    public static Kappa Of(IReadOnlyList<int[]> counts)
    {
        int[][] rated = [.. counts.Where(subject => subject.Sum() >= 2)];
        if (rated.Length == 0)
        {
            return new Kappa(double.NaN, double.NaN, double.NaN, double.NaN, 0);
        }

        var categories = rated[0].Length;
        var agreement = Array.ConvertAll(rated, Agreement);
        var chosen = new double[categories];
        foreach (var subject in rated)
        {
            for (var category = 0; category < categories; category++)
            {
                chosen[category] += subject[category];
            }
        }

        var (whole, ratings, observed) = (agreement.Sum(), chosen.Sum(), agreement.Average());
        var kappa = Value(whole, rated.Length, chosen, ratings);
        if (double.IsNaN(kappa) || rated.Length < 3)
        {
            return new Kappa(kappa, -1, 1, observed, rated.Length);
        }

        var without = new List<double>(rated.Length);
        for (var subject = 0; subject < rated.Length; subject++)
        {
            double[] rest = [.. chosen.Select((count, category) => count - rated[subject][category])];
            var value = Value(whole - agreement[subject], rated.Length - 1, rest, ratings - rated[subject].Sum());
            without.Add(double.IsNaN(value) ? kappa : value);
        }

        var mean = without.Average();
        var variance = (rated.Length - 1.0) / rated.Length * without.Sum(value => Math.Pow(value - mean, 2));
        return Kappa.Of(kappa, Math.Sqrt(variance), observed, rated.Length);
    }

    private static double Agreement(int[] subject)
    {
        double raters = subject.Sum();
        return subject.Sum(count => count * (count - 1.0)) / (raters * (raters - 1));
    }

    private static double Value(double agreement, int subjects, double[] chosen, double ratings)
    {
        var chance = chosen.Sum(count => Math.Pow(count / ratings, 2));
        return 1 - chance < 1e-12 ? double.NaN : ((agreement / subjects) - chance) / (1 - chance);
    }
}
