using FashionRecs.Recommenders.Pictures.Aesthetics;

namespace FashionRecs.Recommenders.Tests.Pictures.Aesthetics;

public class AestheticFeaturesTests
{
    private const int Contrast = 10;
    private const int Change = 12;
    private const int Filled = 16;
    private const int Across = 17;
    private const int Mirrored = 19;

    [Fact]
    public void Distance_TwoOppositeHues_MatchesHandComputation()
    {
        var hues = new double[HueTemplate.Bins];
        hues[0] = hues[18] = 1;

        // Two sectors opposite each other hold both. One of 18° lies best anywhere between: (t − 9) + (180 − t − 9) = 162, 81 on average.
        Assert.Equal(0, HueTemplate.All[3].Distance(hues), 6);
        Assert.Equal(81 / 180.0, HueTemplate.All[0].Distance(hues), 6);
    }

    [Fact]
    public void Distance_NoHue_IsNone() => Assert.All(HueTemplate.All, template => Assert.Equal(0, template.Distance(new double[36])));

    [Fact]
    public void Of_BlackSquareOnWhite_MatchesHandComputation()
    {
        // 10 × 10, white but for columns 2 to 5 and rows 2 to 5.
        var numbers = AestheticFeatures.Of(Picture((x, y) => x is >= 2 and <= 5 && y is >= 2 and <= 5 ? (byte)0 : (byte)255), 10);

        Assert.Equal(AestheticFeatures.Size, numbers.Length);
        Assert.Equal(0, numbers[Contrast], 5);
        Assert.Equal(0, numbers[Change], 5);
        Assert.Equal(0.16, numbers[Filled], 5);
        Assert.Equal(0.4, numbers[Across], 5);      // the middle of columns 2 to 5, at 4 of 10
        Assert.Equal(0.84, numbers[Mirrored], 5);   // columns 2, 3, 6 and 7 of four rows are unlike: 16 of 100
    }

    [Fact]
    public void Of_Stripes_HaveContrastAndTexture()
    {
        // Columns 2 to 7 of rows 1 to 8 are black and dark grey in turn: half 0, half .4.
        var numbers = AestheticFeatures.Of(
            Picture((x, y) => x is < 2 or > 7 || y is < 1 or > 8 ? (byte)255 : x % 2 == 0 ? (byte)0 : (byte)102), 10);

        Assert.Equal(0.2, numbers[Contrast], 2);
        Assert.Equal(0.4, numbers[Change], 2);
    }

    [Fact]
    public void Of_OneColour_IsFinite() =>
        Assert.All(AestheticFeatures.Of(Picture((_, _) => 200), 10), number => Assert.True(float.IsFinite(number)));

    [Fact]
    public void Of_RowsNotFilled_IsRefused() => Assert.Throws<ArgumentException>(() => AestheticFeatures.Of(new byte[301], 10));

    [Fact]
    public void Standardize_MissingPicture_StaysEmpty()
    {
        var (one, two) = (new float[AestheticFeatures.Size], new float[AestheticFeatures.Size]);
        (one[0], two[0]) = (1, 3);

        var table = AestheticTable.Standardize([one, null, two]);

        Assert.Equal([-1, 0, 1], table.Select(row => row[0])); // one number differs, so that it is all of the length
        Assert.All(table[1], number => Assert.Equal(0, number));
    }

    private static byte[] Picture(Func<int, int, byte> grey) =>
        [.. from y in Enumerable.Range(0, 10) from x in Enumerable.Range(0, 10) from _ in Enumerable.Range(0, 3) select grey(x, y)];
}
