using FashionRecs.Cli.Lengths;
using FashionRecs.Tests;

namespace FashionRecs.Cli.Tests.Lengths;

public class LandmarkLengthsTests
{
    [Fact]
    public void Read_WholeGarment_MeasuresFromCollarToWaist()
    {
        using var folder = new TemporaryFolder();
        // Collar at 10, waist at 30, hem at 60: a skirt of 1.5. One sleeve from (40, 10) to (46, 18): 10 of 20; the other cuff is hidden.
        File.WriteAllText(folder.File("landmarks.csv"), """
            image,kind,garment_box,landmarks
            a,full,0 0 1 1,20 10 40 10 0 0 46 18 20 30 40 30 20 60 0 0
            b,upper,0 0 1 1,20 10 40 10 0 0 46 18 20 30 40 30 0 0 0 0
            c,full,0 0 1 1,20 10 40 10 0 0 46 18 0 0 0 0 20 60 0 0
            d,full,0 0 1 1,20 10 40 10 0 0 46 18 20 13 40 13 20 60 0 0
            """);

        var lengths = LandmarkLengths.Read(folder.File("landmarks.csv"));

        Assert.Equal(2, lengths.Count);
        Assert.Equal(1.5, lengths[("a", "skirt_length")], 1e-9);
        Assert.Equal(0.5, lengths[("a", "sleeve_length")], 1e-9);
    }

    [Theory]
    [InlineData("1 2 3")]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 x")]
    public void Read_NotEightPoints_SaysWhere(string points)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("landmarks.csv"), $"image,kind,landmarks\na,full,{points}\n");

        Assert.Contains("line 2",
            Assert.Throws<InvalidDataException>(() => LandmarkLengths.Read(folder.File("landmarks.csv"))).Message);
    }
}
