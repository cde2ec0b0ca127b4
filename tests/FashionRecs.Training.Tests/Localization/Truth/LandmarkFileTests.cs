using FashionRecs.Tests;
using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Localization.Truth;
using SkiaSharp;

namespace FashionRecs.Training.Tests.Localization.Truth;

public class LandmarkFileTests
{
    private const string Header = "image,kind,garment_box,landmarks\n";

    [Fact]
    public void Read_UpperGarment_HasNecklineSleevesAndCoatHem()
    {
        var regions = Read("a.jpg,upper,10 20 110 220,50 30 70 30 10 120 110 130 20 210 100 215 0 0 0 0")
            .ToDictionary(region => region.Attribute.Code);

        Assert.Equal(["coat_length", "neckline_design", "sleeve_length"], regions.Keys.Order());
        Assert.Equal(new SKRect(40, 20, 80, 40), regions["neckline_design"].Box); // half of 20 pixels around
        Assert.Equal(new SKRect(0, 190, 120, 235), regions["coat_length"].Box);   // a tenth of 200 pixels around
        var sleeves = regions["sleeve_length"];
        Assert.True(sleeves.Contains(new SKPoint(12, 118)) && sleeves.Contains(new SKPoint(105, 140)));
        Assert.False(sleeves.Contains(new SKPoint(60, 125)), "between the cuffs is no cuff");
        Assert.Equal(new SKRect(-10, 100, 130, 150), sleeves.Box);
    }

    [Fact]
    public void Read_FullAndLowerGarments_HaveTheSkirtsHem()
    {
        var regions =
            Read("a.jpg,full,0 0 100 200,0 0 0 0 0 0 0 0 0 0 0 0 30 180 70 190\nb.jpg,lower,0 0 100 100,40 10 60 10 30 90 70 90 0 0 0 0 0 "
                + "0 0 0");

        Assert.Equal(["skirt_length", "skirt_length"], regions.Select(region => region.Attribute.Code));
        Assert.Equal([new SKRect(10, 160, 90, 210), new SKRect(20, 80, 80, 100)], regions.Select(region => region.Box));
    }

    [Fact]
    public void Read_HiddenPoints_GiveNoRegionOrTheOtherSide()
    {
        var regions = Read("a.jpg,upper,0 0 100 100,50 30 0 0 10 60 0 0 0 0 70 90 0 0 0 0");

        var sleeve = Assert.Single(regions);
        Assert.Equal("sleeve_length", sleeve.Attribute.Code);
        Assert.Equal(new SKRect(0, 50, 20, 70), Assert.Single(sleeve.Parts));
    }

    [Theory]
    [InlineData("a.jpg,shoe,0 0 100 100,1 1 2 2 3 3 4 4 5 5 6 6 7 7 8 8", "shoe")]
    [InlineData("a.jpg,upper,0 0 100,1 1 2 2 3 3 4 4 5 5 6 6 7 7 8 8", "0 0 100")]
    [InlineData("a.jpg,upper,0 0 100 100,1 1 x", "1 1 x")]
    public void Read_BadRow_NamesTheLine(string row, string what)
    {
        var message = Assert.Throws<InvalidDataException>(() => Read(row)).Message;

        Assert.Contains("line 2", message);
        Assert.Contains(what, message);
    }

    private static TrueRegion[] Read(string rows)
    {
        using var folder = new TemporaryFolder();
        return [.. LandmarkFile.Read(folder.Write("landmarks.csv", Header + rows + "\n"), folder.Path, AttributeVocabularyFile.Default)];
    }
}
