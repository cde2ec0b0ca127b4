using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Optimization;

namespace FashionRecs.Training.Evaluation;

/// <summary>
/// All measures of one attribute on labelled pictures; see <see cref="AttributeScore"/> and <see cref="LabelMeasures"/> for their meaning.
/// </summary>
public sealed record AttributeEvaluation(
    string Attribute,
    int Labelled,
    int Shown,
    Estimate Loss,
    Estimate PrecisionAt60,
    Estimate TopYes,
    Estimate TopYesOrMaybe,
    Estimate ShownBalancedAccuracy,
    Estimate MacroRecall,
    Estimate MeanAveragePrecision,
    Estimate ExpectedCalibrationError,
    int[][] Confusion)
{
    /// <summary>Measures one attribute.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="pictures">Pictures with their letters.</param>
    /// <param name="probabilities">Per picture one probability per value of the vocabulary.</param>
    /// <param name="resamples">Bootstrap repetitions.</param>
    /// <param name="seed">Of the bootstrap.</param>
    public static AttributeEvaluation Measure(
        GarmentAttribute attribute, IReadOnlyList<LabelledPicture> pictures, IReadOnlyList<float[]> probabilities, int resamples, int seed)
    {
        // Only labelled pictures are resampled, so that n is the same in every repetition.
        int[] labelled = [.. Enumerable.Range(0, pictures.Count).Where(i => pictures[i].Letters[attribute.Start] != LabelLetter.Unknown)];
        var whole = Once(labelled);
        var random = new Random(seed);
        int[][] draws =
            [.. Enumerable.Range(0, labelled.Length > 0 ? resamples : 0)
            .Select(_ => labelled.Select(_ => labelled[random.Next(labelled.Length)]).ToArray())];
        var repeated = draws.AsParallel().AsOrdered().Select(Once).ToArray();
        Estimate Interval(Func<Measures, double?> measure) => Estimate.Of(measure(whole), repeated.Select(measure));

        return new AttributeEvaluation(
            attribute.Code, whole.Score.Labelled, whole.Score.Shown,
            Interval(m => m.Score.Loss), Interval(m => m.Score.PrecisionAt60), Interval(m => m.Score.TopYes),
            Interval(m => m.Score.TopYesOrMaybe),
            Interval(m => m.Score.ShownBalancedAccuracy), Interval(m => LabelMeasures.MacroRecall(m.Confusion)),
            Interval(m => m.MeanAveragePrecision),
            Interval(m => m.CalibrationError), whole.Confusion);

        Measures Once(int[] indices)
        {
            LabelledPicture[] drawn = [.. indices.Select(i => pictures[i])];
            float[][] outputs = [.. indices.Select(i => probabilities[i])];
            return new Measures(
                AttributeScore.Measure(attribute, drawn, outputs),
                LabelMeasures.MeanAveragePrecision(attribute, drawn, outputs),
                LabelMeasures.ExpectedCalibrationError(attribute, drawn, outputs),
                LabelMeasures.Confusion(attribute, drawn, outputs));
        }
    }

    private sealed record Measures(AttributeScore Score, double? MeanAveragePrecision, double? CalibrationError, int[][] Confusion);
}
