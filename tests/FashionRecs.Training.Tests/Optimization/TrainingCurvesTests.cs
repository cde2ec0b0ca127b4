using FashionRecs.Training.Optimization;
using SkiaSharp;

namespace FashionRecs.Training.Tests.Optimization;

public class TrainingCurvesTests
{
    [Fact]
    public void Draw_FallingLoss_DrawsALineThatFalls()
    {
        using var picture = SKBitmap.Decode(TrainingCurves.Draw([Report(1, 0.4), Report(2, 0.3), Report(3, 0.1)]));

        // Black is the first attribute's line: high at the left of the left panel, low at its right.
        Assert.True(Height(picture, 75) + 200 < Height(picture, 455));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(40)]
    public void Draw_AnyNumberOfEpochs_IsAPicture(int epochs)
    {
        using var picture =
            SKBitmap.Decode(TrainingCurves.Draw([.. Enumerable.Range(1, epochs).Select(epoch => Report(epoch, 1.0 / epoch))]));

        Assert.NotNull(picture);
    }

    [Fact]
    public void Draw_AttributeWithoutMeasures_IsLeftOut() =>
        Assert.NotEmpty(
            TrainingCurves.Draw([new EpochReport(1, 1, 1, 1, [new AttributeScore("coat_length", 0, 0, null, null, null, null, null)])]));

    private static EpochReport Report(int epoch, double loss) => new(epoch, 1, 1, loss,
        [new AttributeScore("coat_length", 10, 5, loss, 0.5, 0.6, 0.7, 0.8),
            new AttributeScore("pant_length", 10, 5, loss * 0.5, 0.5, 0.6, 0.7, 0.8)]);

    private static int Height(SKBitmap picture, int column) =>
        Enumerable.Range(60, 400).First(row => picture.GetPixel(column, row) is { Red: < 30, Green: < 30, Blue: < 30 });
}
