using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Scales;

/// <summary>
/// Internal consistency of a scale: Cronbach's alpha (Psychometrika 1951) and McDonald's omega total ("Test Theory", 1999) of the sum of
/// the answers, omega by one factor fitted with minimal residuals (Harman, Jones, Psychometrika 1966), as psych's omega with one factor.
/// </summary>
public static class Reliability
{
    private const int Resamples = 1000;
    private const int MostRounds = 2000;
    private const double Converged = 1e-10;
    private const double LeastDefined = 0.9;

    /// <summary>Both coefficients with 95 % percentile intervals of a bootstrap that draws whole participants (seed 1).</summary>
    /// <param name="people">Per participant the complete sets of answers, each with as many numbers as there are items.</param>
    public static ScaleReliability Of(string scale, int items, IReadOnlyList<IReadOnlyList<double[]>> people)
    {
        IReadOnlyList<double[]>[] answering = [.. people.Where(person => person.Count > 0)];
        double[][] rows = [.. answering.SelectMany(person => person)];
        var (alpha, omega) = Both(rows);
        var (alphas, omegas, random) = (new List<double>(), new List<double>(), new LehmerRandom(1));
        for (var round = 0; round < Resamples && alpha is not null && answering.Length > 1; round++)
        {
            var drawn = new List<double[]>(rows.Length);
            for (var draw = 0; draw < answering.Length; draw++)
            {
                drawn.AddRange(answering[random.Next(answering.Length)]);
            }

            var (one, other) = Both(drawn);
            Keep(alphas, one);
            Keep(omegas, other);
        }

        return new(scale, items, rows.Length, answering.Length, Interval(alpha, alphas), Interval(omega, omegas));

        (double?, double?) Both(IReadOnlyList<double[]> answers)
        {
            var covariances = Covariances(answers, items);
            return (Alpha(covariances), Omega(covariances));
        }
    }

    /// <summary>Alpha of a covariance matrix, items by items; null with fewer than two items or where the sum does not vary.</summary>
    public static double? Alpha(double[,] covariances)
    {
        var (items, all, own) = (covariances.GetLength(0), 0.0, 0.0);
        for (var row = 0; row < items; row++)
        {
            own += covariances[row, row];
            for (var column = 0; column < items; column++)
            {
                all += covariances[row, column];
            }
        }

        return items > 1 && all > 0 ? items / (items - 1.0) * (1 - (own / all)) : null;
    }

    /// <summary>
    /// Omega total of a covariance matrix; null with fewer than three items, where an item does not vary, or where one factor would have
    /// to explain more than all of an item.
    /// </summary>
    public static double? Omega(double[,] covariances)
    {
        var items = covariances.GetLength(0);
        double[] deviations = [.. Enumerable.Range(0, items).Select(item => Math.Sqrt(covariances[item, item]))];
        if (items < 3 || deviations.Any(deviation => !(deviation > 0)) || Loadings(covariances, deviations) is not { } loadings)
        {
            return null;
        }

        var common = loadings.Zip(deviations, (loading, deviation) => loading * deviation).Sum();
        var rest = loadings.Zip(deviations, (loading, deviation) => deviation * deviation * (1 - (loading * loading))).Sum();
        return common * common / ((common * common) + rest);
    }

    /// <summary>Sample covariances of answers.</summary>
    /// <param name="answers">Rows of as many numbers as there are items.</param>
    /// <param name="items">How many items.</param>
    public static double[,] Covariances(IReadOnlyList<double[]> answers, int items)
    {
        double[] means = [.. Enumerable.Range(0, items).Select(item => answers.Count == 0 ? 0 : answers.Average(row => row[item]))];
        var sums = new double[items, items];
        foreach (var row in answers)
        {
            for (var one = 0; one < items; one++)
            {
                for (var other = 0; other < items; other++)
                {
                    sums[one, other] += (row[one] - means[one]) * (row[other] - means[other]) / Math.Max(1, answers.Count - 1);
                }
            }
        }

        return sums;
    }

    /// <summary>Each loading in turn the best one given the others, until none changes; null where one reaches 1 in size.</summary>
    private static double[]? Loadings(double[,] covariances, double[] deviations)
    {
        var loadings = Enumerable.Repeat(0.7, deviations.Length).ToArray();
        for (var round = 0; round < MostRounds; round++)
        {
            var change = 0.0;
            for (var item = 0; item < loadings.Length; item++)
            {
                var (above, below) = (0.0, 0.0);
                for (var other = 0; other < loadings.Length; other++)
                {
                    if (other != item)
                    {
                        above += covariances[item, other] / (deviations[item] * deviations[other]) * loadings[other];
                        below += loadings[other] * loadings[other];
                    }
                }

                var next = below > 0 ? above / below : 0;
                change = Math.Max(change, Math.Abs(next - loadings[item]));
                loadings[item] = next;
            }

            if (change < Converged)
            {
                return loadings.All(loading => Math.Abs(loading) < 1) ? loadings : null;
            }
        }

        return null;
    }

    private static void Keep(List<double> values, double? value)
    {
        if (value is { } known)
        {
            values.Add(known);
        }
    }

    private static ReliabilityInterval? Interval(double? value, List<double> resampled)
    {
        if (value is not { } found)
        {
            return null;
        }

        resampled.Sort();
        // Ends of the few resamples that have a coefficient would be too narrow.
        return resampled.Count < LeastDefined * Resamples ? new(found, null, null)
            : new(found, resampled[(int)(0.025 * resampled.Count)], resampled[(int)(0.975 * resampled.Count) - 1]);
    }
}
