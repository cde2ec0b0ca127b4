using FashionRecs.Domain.Statistics;
using FashionRecs.Training.Datasets;

namespace FashionRecs.Training.Beliefs;

/// <summary>Whether the likeliest statements are true as often as their probability says.</summary>
/// <param name="Group">Which statements.</param>
/// <param name="Count">Statements about attributes that are believed shown with at least <see cref="LeastVisible"/>; the rest would never
/// be said.</param>
/// <param name="Error">Expected calibration error over ten bins of probability, weighted by their counts; NaN without statements. It is
/// above 0 by chance alone, the more the fewer there are.</param>
/// <param name="Bins">The bins that hold something, from the least probability.</param>
public sealed record StatementCalibration(string Group, int Count, double Error, IReadOnlyList<StatementCalibration.Bin> Bins)
{
    /// <summary>Least belief that the attribute is shown, for a statement to count.</summary>
    public const float LeastVisible = 0.2f;

    private const int Most = 10;

    /// <summary>Measures statements.</summary>
    public static StatementCalibration Of(string group, IEnumerable<JudgedStatement> statements)
    {
        Bin[] bins = [.. statements.Where(one => one.Visible >= LeastVisible)
            .GroupBy(one => Math.Min(Most - 1, (int)(one.Statement.Probability * Most)))
            .OrderBy(bin => bin.Key)
            .Select(bin =>
                new Bin(bin.Count(), bin.Average(one => (double)one.Statement.Probability),
                ShareInterval.Of(bin.Count(one => one.Label == LabelLetter.Yes), bin.Count())))];
        var count = bins.Sum(bin => bin.Count);
        return new StatementCalibration(group, count,
            count == 0 ? double.NaN : bins.Sum(bin => bin.Count * Math.Abs(bin.Probability - bin.True.Share)) / count, bins);
    }

    /// <summary>Statements of like probability.</summary>
    /// <param name="Count">How many.</param>
    /// <param name="Probability">Their mean probability.</param>
    /// <param name="True">The share that is true, with Wilson's 95 % interval.</param>
    public sealed record Bin(int Count, double Probability, ShareInterval True);
}
