using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Annotations;
using FashionRecs.Domain.Reviews.Statistics;

namespace FashionRecs.Domain.Tests.Reviews.Statistics;

public class ReviewStatisticsTests
{
    private static readonly GarmentAttribute Sleeves = AttributeVocabularyFile.Default["sleeve_length"];

    [Fact]
    public void Accuracy_Cases_CountsAttributeValuesAndConfusions()
    {
        ReviewedCase[] cases = [Case(1, 1, 0.9f), Case(1, 1, 0.7f), Case(1, 2, 0.6f), Case(0, 0, 0.8f)];

        var accuracy = AttributeAccuracy.Of(Sleeves, cases);

        Assert.Equal((4, 0.75), (accuracy.Count, accuracy.Right.Share));
        Assert.InRange(0.75, accuracy.Right.Low, accuracy.Right.High);
        Assert.Equal((3, 2 / 3.0), (accuracy.Values[1].Count, accuracy.Values[1].Found.Share));
        Assert.Equal((2, 1, 1), (accuracy.Confusion[1, 1], accuracy.Confusion[1, 2], accuracy.Confusion[0, 0]));
        Assert.True(double.IsNaN(accuracy.Values[5].Found.Share));
        Assert.Equal(0, AttributeAccuracy.Of(AttributeVocabularyFile.Default["neckline_design"], cases).Count);
    }

    [Fact]
    public void Accuracy_AnswerThatMayBe_CountsAsMaybe()
    {
        var marks = TagMarks.TryRead("nymnnnnnn", Sleeves)!;

        var accuracy = AttributeAccuracy.Of(Sleeves, [Case(1, 2, 0.9f) with { Marks = marks }]);

        Assert.Equal((0, 1), (accuracy.Right.Share, accuracy.MayBeRight.Share));
    }

    [Fact]
    public void Calibration_Bins_HoldMeanConfidenceAndShareRight()
    {
        var bins = CalibrationBin.Of([Case(1, 1, 0.92f), Case(1, 2, 0.98f), Case(1, 1, 0.61f)]);

        Assert.Equal((2, 0.95, 0.5), (bins[9].Count, Math.Round(bins[9].Confidence, 5), bins[9].Right.Share));
        Assert.Equal(1, bins[6].Count);
        Assert.Equal(3, bins.Sum(bin => bin.Count));
        Assert.Equal((2 / 3.0 * 0.45) + (1 / 3.0 * 0.39), CalibrationBin.ExpectedError(bins), 5);
        Assert.True(double.IsNaN(CalibrationBin.ExpectedError(CalibrationBin.Of([]))));
    }

    [Fact]
    public void Calibration_Bins_CoverEverythingFromNothingToCertainty()
    {
        var bins = CalibrationBin.Of([Case(1, 1, 1), Case(1, 1, 0.05f), Case(1, 2, 0.5f)], 4);

        Assert.Equal([(0, 0.25), (0.25, 0.5), (0.5, 0.75), (0.75, 1)], bins.Select(bin => (bin.From, bin.To)));
        Assert.Equal([1, 0, 1, 1], bins.Select(bin => bin.Count));
        Assert.Equal([0.05f, double.NaN, 0.5f, 1], bins.Select(bin => bin.Confidence));
    }

    private static ReviewedCase Case(int given, int answer, float confidence) => new(
        Sleeves, TagMarks.Choose(Sleeves.Values[given]),
        [.. Sleeves.Values.Select(value => value.Position == answer ? confidence : 0.01f)]);
}
