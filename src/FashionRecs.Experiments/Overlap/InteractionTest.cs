using FashionRecs.Experiments.Statistics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace FashionRecs.Experiments.Overlap;

/// <summary>
/// Whether the effects of one experiment depend on the arm of another: Wald's test that all interaction contrasts of the cells' means are
/// zero, each cell with a variance of its own (Wald, Transactions of the AMS 1943; the large-sample form of Welch and James, Biometrika
/// 1951). Good where every cell has many units.
/// </summary>
public static class InteractionTest
{
    /// <summary>Chance of interactions at least this large if there were none, 0 to 1; null where a cell has no variance.</summary>
    /// <param name="cells">Means by arm of one experiment and arm of the other, at least 2 × 2.</param>
    public static double? PValue(IReadOnlyList<IReadOnlyList<SampleStatistic>> cells)
    {
        var (rows, columns) = (cells.Count, cells[0].Count);
        SampleStatistic[] flat = [.. cells.SelectMany(row => row)];
        if (rows < 2 || columns < 2 || flat.Any(cell => cell.Count < 2 || !(cell.Variance > 0)))
        {
            return null;
        }

        var means = Vector<double>.Build.DenseOfEnumerable(flat.Select(cell => cell.Mean));
        var variances = Matrix<double>.Build.DenseOfDiagonalArray([.. flat.Select(cell => cell.Variance / cell.Count)]);
        var freedom = (rows - 1) * (columns - 1);
        // (row, column) − (first, column) − (row, first) + (first, first)
        var contrasts = Matrix<double>.Build.Dense(freedom, flat.Length);
        for (var at = 0; at < freedom; at++)
        {
            var (row, column) = ((at / (columns - 1)) + 1, (at % (columns - 1)) + 1);
            contrasts[at, (row * columns) + column] = contrasts[at, 0] = 1;
            contrasts[at, column] = contrasts[at, row * columns] = -1;
        }

        var found = contrasts * means;
        var statistic = found * (contrasts * variances * contrasts.Transpose()).Solve(found);
        return 1 - ChiSquared.CDF(freedom, statistic);
    }
}
