using FashionRecs.Training.Datasets;
using FashionRecs.Training.Optimization;

namespace FashionRecs.Training.Tests.Optimization;

public class TrainingSetTests
{
    private static readonly LabelledPicture[] Ten = [.. Enumerable.Range(0, 10).Select(i => new LabelledPicture($"{i}", $"{i}", []))];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 5)]
    [InlineData(1, 10)]
    [InlineData(2.3, 23)]
    public void Draw_Weight_GivesThatShareWithEvenRepeats(double weight, int expected)
    {
        int[] drawn = [.. new TrainingSet(Ten, weight).Draw(new Random(1))];

        Assert.Equal(expected, drawn.Length);
        var counts = Enumerable.Range(0, 10).Select(i => drawn.Count(index => index == i)).ToArray();
        Assert.True(counts.Max() - counts.Min() <= 1, string.Join(' ', counts));
    }

    [Fact]
    public void Draw_OtherEpoch_DrawsOthers()
    {
        var set = new TrainingSet(Ten, 0.5);

        Assert.NotEqual(set.Draw(new Random(1)), set.Draw(new Random(2)));
    }
}
