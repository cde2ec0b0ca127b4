using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;

namespace FashionRecs.Training.Evaluation;

/// <summary>
/// Measures of an attribute that look at all values together. Letters that may be (<c>m</c>) count neither for nor against.
/// </summary>
public static class LabelMeasures
{
    private const int CalibrationBins = 10;

    /// <summary>
    /// Mean over values with at least one <c>y</c> of the area under the precision-recall curve, as a sum over ranks; null without any.
    /// </summary>
    public static double? MeanAveragePrecision(GarmentAttribute attribute, IReadOnlyList<LabelledPicture> pictures,
        IReadOnlyList<float[]> probabilities)
    {
        var areas = new List<double>();
        foreach (var value in attribute.Values)
        {
            var ranked = Labelled(attribute, pictures)
                .Where(i => pictures[i].Letters[value.Index] != LabelLetter.Maybe)
                .OrderByDescending(i => probabilities[i][value.Index]).ThenBy(i => i).ToArray();
            int found = 0;
            var sum = 0.0;
            for (var rank = 0; rank < ranked.Length; rank++)
            {
                if (pictures[ranked[rank]].Letters[value.Index] == LabelLetter.Yes)
                {
                    sum += ++found / (rank + 1.0);
                }
            }

            if (found > 0)
            {
                areas.Add(sum / found);
            }
        }

        return areas.Count > 0 ? areas.Average() : null;
    }

    /// <summary>
    /// Expected calibration error of the outputs: over ten equal bins, the mean gap between the mean output and the share of <c>y</c>,
    /// weighted by the bin's outputs (Guo et al. 2017); null without outputs.
    /// </summary>
    public static double? ExpectedCalibrationError(GarmentAttribute attribute, IReadOnlyList<LabelledPicture> pictures,
        IReadOnlyList<float[]> probabilities)
    {
        var (counts, outputs, hits) = (new int[CalibrationBins], new double[CalibrationBins], new double[CalibrationBins]);
        foreach (var i in Labelled(attribute, pictures))
        {
            foreach (var value in attribute.Values.Where(value => pictures[i].Letters[value.Index] != LabelLetter.Maybe))
            {
                var output = probabilities[i][value.Index];
                var bin = Math.Min(CalibrationBins - 1, (int)(output * CalibrationBins));
                counts[bin]++;
                outputs[bin] += output;
                hits[bin] += pictures[i].Letters[value.Index] == LabelLetter.Yes ? 1 : 0;
            }
        }

        var total = counts.Sum();
        return total > 0 ? Enumerable.Range(0, CalibrationBins).Sum(bin => Math.Abs(outputs[bin] - hits[bin])) / total : null;
    }

    /// <summary>Counts of pictures by their <c>y</c> value (row) and the likeliest value, Invisible included (column).</summary>
    public static int[][] Confusion(GarmentAttribute attribute, IReadOnlyList<LabelledPicture> pictures,
        IReadOnlyList<float[]> probabilities)
    {
        int[][] counts = [.. attribute.Values.Select(_ => new int[attribute.Values.Count])];
        foreach (var i in Labelled(attribute, pictures))
        {
            var yes = attribute.Values.First(value => pictures[i].Letters[value.Index] == LabelLetter.Yes);
            counts[yes.Position][attribute.Values.MaxBy(value => probabilities[i][value.Index])!.Position]++;
        }

        return counts;
    }

    /// <summary>Mean over values with at least one <c>y</c> of the share told right; null without any.</summary>
    public static double? MacroRecall(int[][] confusion)
    {
        double[] recalls =
            [.. confusion.Select((row, value) => (Right: row[value], All: row.Sum())).Where(row => row.All > 0)
            .Select(row => (double)row.Right / row.All)];
        return recalls.Length > 0 ? recalls.Average() : null;
    }

    private static IEnumerable<int> Labelled(GarmentAttribute attribute, IReadOnlyList<LabelledPicture> pictures) =>
        Enumerable.Range(0, pictures.Count).Where(i => pictures[i].Letters[attribute.Start] != LabelLetter.Unknown);
}
