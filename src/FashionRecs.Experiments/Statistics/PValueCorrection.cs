namespace FashionRecs.Experiments.Statistics;

/// <summary>Corrects p-values for having asked several questions at once (several arms, several metrics).</summary>
public static class PValueCorrection
{
    /// <summary>
    /// Holm's step-down correction ("A simple sequentially rejective multiple test procedure", 1979): the chance of any
    /// false alarm at all stays below alpha, whatever the dependence.
    /// </summary>
    /// <param name="pValues">0 to 1 each, in any order.</param>
    /// <returns>Corrected p-values in the same order.</returns>
    public static double[] Holm(IReadOnlyList<double> pValues)
    {
        var corrected = new double[pValues.Count];
        var running = 0.0;
        foreach (var (index, rank) in Ascending(pValues))
        {
            running = Math.Max(running, Math.Min(1, (pValues.Count - rank) * pValues[index]));
            corrected[index] = running;
        }

        return corrected;
    }

    /// <summary>
    /// Benjamini and Hochberg's step-up correction ("Controlling the False Discovery Rate", 1995): the share of false
    /// alarms among all alarms stays below alpha for independent or positively dependent questions.
    /// </summary>
    /// <param name="pValues">0 to 1 each, in any order.</param>
    /// <returns>Corrected p-values in the same order.</returns>
    public static double[] BenjaminiHochberg(IReadOnlyList<double> pValues)
    {
        var corrected = new double[pValues.Count];
        var running = 1.0;
        foreach (var (index, rank) in Ascending(pValues).Reverse())
        {
            running = Math.Min(running, pValues[index] * ((double)pValues.Count / (rank + 1)));
            corrected[index] = running;
        }

        return corrected;
    }

    private static IEnumerable<(int Index, int Rank)> Ascending(IReadOnlyList<double> pValues)
    {
        if (pValues.FirstOrDefault(p => p is not (>= 0 and <= 1), 0) is var wrong and not 0)
        {
            throw new ArgumentOutOfRangeException(nameof(pValues), wrong, "A p-value lies between 0 and 1.");
        }

        return Enumerable.Range(0, pValues.Count).OrderBy(index => pValues[index]).Select((index, rank) => (index, rank));
    }
}
