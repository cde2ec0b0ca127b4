using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Datasets;
using FashionRecs.Training.Evaluation;

namespace FashionRecs.Training.Tests.Evaluation;

public class LabelMeasuresTests
{
    private static readonly GarmentAttribute Collar = AttributeVocabularyFile.Default["collar_design"];

    [Fact]
    public void MeanAveragePrecision_HandComputed_IsRight()
    {
        // Shirt collars rank 1 and 3 of four: (1/1 + 2/3) / 2. Peter Pan collars rank 1 and 2 of four: 1.
        LabelledPicture[] pictures = [Row("nynnn"), Row("nnynn"), Row("nynnn"), Row("nnynn")];
        float[][] outputs = [Outputs(.9f, .1f), Outputs(.8f, .9f), Outputs(.7f, .2f), Outputs(.1f, .8f)];

        Assert.Equal(((5.0 / 6) + 1) / 2, LabelMeasures.MeanAveragePrecision(Collar, pictures, outputs)!.Value, 1e-9);
    }

    [Fact]
    public void ConfusionAndMacroRecall_HandComputed_AreRight()
    {
        LabelledPicture[] pictures = [Row("nynnn"), Row("nynnn"), Row("nynnn"), Row("nnynn")];
        float[][] outputs = [Outputs(.9f, .1f), Outputs(.1f, .9f), Outputs(.7f, .2f), Outputs(.1f, .8f)];

        var confusion = LabelMeasures.Confusion(Collar, pictures, outputs);

        Assert.Equal([0, 2, 1, 0, 0], confusion[1]);
        Assert.Equal([0, 0, 1, 0, 0], confusion[2]);
        Assert.Equal(((2.0 / 3) + 1) / 2, LabelMeasures.MacroRecall(confusion)!.Value, 1e-9);
    }

    [Fact]
    public void Fit_LogitsTwiceTooLarge_FindsTwo()
    {
        var random = new Random(1);
        var pictures = new List<LabelledPicture>();
        var logits = new List<float[]>();
        for (var i = 0; i < 4000; i++)
        {
            var honest = (random.NextDouble() * 6) - 3;
            pictures.Add(Row(random.NextDouble() < 1 / (1 + Math.Exp(-honest)) ? "nynnn" : "nnnny"));
            var row = new float[54];
            Array.Fill(row, 0, Collar.Start, 5);
            row[Collar.Start + 1] = (float)(2 * honest);
            row[Collar.Start + 4] = (float)(-2 * honest);
            row[Collar.Start] = row[Collar.Start + 2] = row[Collar.Start + 3] = -30;
            logits.Add(row);
        }

        Assert.InRange(TemperatureFit.Fit(Collar, pictures, logits), 1.7, 2.3);
    }

    [Fact]
    public void Measure_Bootstrap_IntervalHoldsTheValueAndUnknownRowsDoNotCount()
    {
        var random = new Random(2);
        LabelledPicture[] pictures = [.. Enumerable.Range(0, 200).Select(i => Row(i % 4 == 0 ? "-----" : i % 2 == 0 ? "nynnn" : "nnynn"))];
        float[][] outputs = [.. pictures.Select(_ => Outputs(random.NextSingle(), random.NextSingle()))];

        var measured = AttributeEvaluation.Measure(Collar, pictures, outputs, resamples: 100, seed: 1);

        Assert.Equal(150, measured.Labelled);
        Assert.Equal(150, measured.Confusion.Sum(row => row.Sum()));
        Assert.InRange(measured.TopYes.Value!.Value, measured.TopYes.Low!.Value, measured.TopYes.High!.Value);
        Assert.True(measured.TopYes.High - measured.TopYes.Low is > 0.05 and < 0.3);
        Assert.Null(measured.ShownBalancedAccuracy.Value);
    }

    private static float[] Outputs(float shirt, float peterPan)
    {
        var row = new float[54];
        (row[Collar.Start + 1], row[Collar.Start + 2]) = (shirt, peterPan);
        return row;
    }

    private static LabelledPicture Row(string letters)
    {
        var all = new LabelLetter[54];
        for (var i = 0; i < letters.Length; i++)
        {
            all[Collar.Start + i] =
                letters[i] switch { 'y' => LabelLetter.Yes, 'm' => LabelLetter.Maybe, 'n' => LabelLetter.No, _ => LabelLetter.Unknown };
        }

        return new LabelledPicture("x.jpg", "x.jpg", all);
    }
}
