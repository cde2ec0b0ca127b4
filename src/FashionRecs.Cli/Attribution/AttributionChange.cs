using System.Globalization;
using FashionRecs.Domain.Statistics;
using FashionRecs.Training.Attribution;

namespace FashionRecs.Cli.Attribution;

/// <summary>What became worse from some weights to others: figures that fell by more than two standard errors.</summary>
internal static class AttributionChange
{
    private const double StandardErrors = 2;

    /// <summary>One sentence per figure that fell; empty where none did.</summary>
    /// <param name="before">The weights that a run started from.</param>
    /// <param name="after">The weights that it made, measured on the same pictures.</param>
    public static IEnumerable<string> Warnings(AttributionReport before, AttributionReport after)
    {
        foreach (var old in before.Figures.Where(one => one.Attribute == "mean"))
        {
            if (after.Figures.FirstOrDefault(one => one.Source == old.Source && one.Attribute == "mean") is not { } now)
            {
                continue;
            }

            foreach (var (name, figure) in new (string, Func<AttributionFigures, BootstrapInterval>)[]
            {
                ("the share of its maps inside the true regions", one => one.Energy), ("its single deletion score", one => one.Deletion),
                ("its ARCC", one => one.Arcc),
            })
            {
                if (Fell(figure(old), figure(now)))
                {
                    yield return Sentence(old.Source, name, figure(old).Mean, figure(now).Mean);
                }
            }
        }

        var moves = before.Pairs.Keys.Intersect(after.Pairs.Keys).Select(pair => after.Pairs[pair].Mean - before.Pairs[pair].Mean)
            .ToArray();
        if (moves.Length > 1 && moves.Average() > StandardErrors * Math.Sqrt(Variance(moves) / moves.Length))
        {
            yield return Sentence("drawings", "how much attributes move with each other", before.MeanLeakage, after.MeanLeakage);
        }
    }

    internal static bool Fell(BootstrapInterval before, BootstrapInterval after) =>
        before.Mean - after.Mean > StandardErrors * Math.Sqrt(Math.Pow(Deviation(before), 2) + Math.Pow(Deviation(after), 2));

    private static double Deviation(BootstrapInterval interval) => (interval.High - interval.Low) / (2 * 1.96);

    private static double Variance(double[] numbers)
    {
        var mean = numbers.Average();
        return numbers.Sum(number => Math.Pow(number - mean, 2)) / (numbers.Length - 1);
    }

    private static string Sentence(string source, string name, double before, double after) => string.Create(CultureInfo.InvariantCulture,
        $"Warning: on {source}, {name} went from {before:F3} to {after:F3}, which is worse by more than two standard errors.");
}
