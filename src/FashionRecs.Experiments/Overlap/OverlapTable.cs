using FashionRecs.Experiments.Health;
using MathNet.Numerics.Distributions;

namespace FashionRecs.Experiments.Overlap;

/// <summary>
/// The units of two experiments by both arms, and whether one assignment knows of the other (Pearson's chi-square test of independence,
/// Philosophical Magazine 1900; Cochran, Biometrics 1954, on small expectations).
/// </summary>
/// <param name="OneArms">Keys of the arms of one experiment, in its order.</param>
/// <param name="OtherArms">Keys of the arms of the other.</param>
/// <param name="Units">Units in both, by arm of one and arm of the other.</param>
public sealed record OverlapTable(IReadOnlyList<string> OneArms, IReadOnlyList<string> OtherArms, IReadOnlyList<IReadOnlyList<long>> Units)
{
    /// <summary>Below this p-value the assignments are taken for dependent, as for sample ratios.</summary>
    public const double AlarmBelow = 0.001;

    private const double LeastExpected = 5;

    /// <summary>Units in both experiments.</summary>
    public long Shared => Units.Sum(row => row.Sum());

    /// <summary>Counts the units that count in both.</summary>
    public static OverlapTable Of(IReadOnlyList<string> oneArms, UnitScreen one, IReadOnlyList<string> otherArms, UnitScreen other)
    {
        var second = other.Rows.ToDictionary(row => row.Exposure.Unit, row => row.Exposure.Arm);
        var both = one.Rows.Where(row => second.ContainsKey(row.Exposure.Unit))
            .CountBy(row => (row.Exposure.Arm, second[row.Exposure.Unit])).ToDictionary();
        return new(oneArms, otherArms,
            [.. oneArms.Select(first => otherArms.Select(arm => (long)both.GetValueOrDefault((first, arm))).ToArray())]);
    }

    /// <summary>
    /// Chance of a table at least this uneven if the assignments were independent, 0 to 1; arms that nobody shares are left out. Null where
    /// fewer than two arms of a side are left, or fewer than five units are expected in a cell.
    /// </summary>
    public double? IndependencePValue()
    {
        long[] rows = [.. Units.Select(row => row.Sum())];
        long[] columns = [.. OtherArms.Select((_, at) => Units.Sum(row => row[at]))];
        var (seenRows, seenColumns) = (Seen(rows), Seen(columns));
        double all = Shared;
        if (seenRows.Length < 2 || seenColumns.Length < 2
            || rows.Where(row => row > 0).Min() * (columns.Where(row => row > 0).Min() / all) < LeastExpected)
        {
            return null;
        }

        var statistic = seenRows.Sum(row => seenColumns.Sum(column =>
        {
            var expected = rows[row] * (columns[column] / all);
            return (Units[row][column] - expected) * (Units[row][column] - expected) / expected;
        }));
        return 1 - ChiSquared.CDF((seenRows.Length - 1) * (seenColumns.Length - 1), statistic);

        static int[] Seen(long[] sums) => [.. Enumerable.Range(0, sums.Length).Where(at => sums[at] > 0)];
    }
}
