using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Results;
using FashionRecs.Experiments.Statistics;

namespace FashionRecs.Experiments.Overlap;

/// <summary>What two experiments that run at once have to do with each other.</summary>
/// <param name="One">Key of one.</param>
/// <param name="Other">Key of the other.</param>
/// <param name="Table">Their shared units.</param>
/// <param name="Independence">p-value of independent assignment; null where too few units are shared.</param>
/// <param name="Interactions">Whether the effects of each depend on the arm of the other.</param>
public sealed record ExperimentOverlap(string One, string Other, OverlapTable Table, double? Independence,
    IReadOnlyList<Interaction> Interactions)
{
    /// <summary>Whether the assignments depend on each other, which makes both experiments' results doubtful.</summary>
    public bool IsDependent => Independence < OverlapTable.AlarmBelow;

    /// <summary>Compares two phases.</summary>
    public static ExperimentOverlap Of(OverlapSide one, OverlapSide other)
    {
        var table = OverlapTable.Of(one.Arms, one.Screen, other.Arms, other.Screen);
        return new(one.Experiment.Key, other.Experiment.Key, table, table.IndependencePValue(),
            table.Shared == 0 ? [] : [InteractionOf(one, other), InteractionOf(other, one)]);
    }

    /// <summary>All pairs of several, with the interactions' p-values corrected by Holm over all of them.</summary>
    public static IReadOnlyList<ExperimentOverlap> Pairs(IReadOnlyList<OverlapSide> sides)
    {
        ExperimentOverlap[] pairs = [.. sides.SelectMany((one, at) => sides.Skip(at + 1).Select(other => Of(one, other)))];
        double[] chances = [.. pairs.SelectMany(pair => pair.Interactions).Select(interaction => interaction.PValue).OfType<double>()];
        var left = new Queue<double>(PValueCorrection.Holm(chances));
        return [.. pairs.Select(pair => pair with { Interactions = [.. pair.Interactions.Select(interaction =>
            interaction.PValue is null ? interaction : interaction with { CorrectedPValue = left.Dequeue() })] })];
    }

    private static Interaction InteractionOf(OverlapSide own, OverlapSide other)
    {
        var (metric, settings) = (own.Primary, ResultsSettings.Of(own.Experiment.Design));
        var second = other.Screen.Rows.ToDictionary(row => row.Exposure.Unit, row => row.Exposure.Arm);
        // As if each pair of arms were one arm; no name of an arm has a line's end in it.
        var shared = own.Screen.Rows.Where(row => second.ContainsKey(row.Exposure.Unit)).Select(row =>
            row with { Exposure = row.Exposure with { Arm = $"{row.Exposure.Arm}\n{second[row.Exposure.Unit]}" } }).ToArray();
        string[][] names = [.. own.Arms.Select(arm => other.Arms.Select(with => $"{arm}\n{with}").ToArray())];
        var flat = MetricTotals.Of(metric, [.. names.SelectMany(row => row)], shared);
        SampleStatistic[][] cells = [.. names.Select((row, at) => flat.Skip(at * row.Length).Take(row.Length).ToArray())];
        return flat.Any(cell => MetricComparison.TooLittle(metric, cell, settings))
            ? new(own.Experiment.Key, metric, null,
                $"Not enough data yet: at least {settings.LeastUnits} shoppers are needed in each pair of arms.")
            : InteractionTest.PValue(cells) is { } p ? new(own.Experiment.Key, metric, p, null)
            : new(own.Experiment.Key, metric, null, "All shoppers of a pair of arms have the same value.");
    }
}
