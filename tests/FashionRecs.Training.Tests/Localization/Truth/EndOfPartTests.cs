using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Localization.Truth;
using SkiaSharp;

namespace FashionRecs.Training.Tests.Localization.Truth;

public class EndOfPartTests
{
    private const int Width = 100;

    [Fact]
    public void Of_Skirt_IsTheBandAtItsHem()
    {
        var end = EndOfPart.Of(Region(new SKRectI(30, 40, 70, 120)), isSleeve: false, margin: 10);

        Assert.True(end.IsOnPart(new SKPoint(50, 115)));
        Assert.False(end.IsOnPart(new SKPoint(50, 60)));
        Assert.Equal(new SKRect(20.5f, 107, 79.5f, 129.5f), end.Box);
        Assert.True(end.IsAround(new SKPoint(50, 125)), "the ground below the hem tells where it ends");
    }

    [Fact]
    public void Of_TwoSleeves_AreTwoEndsAwayFromTheShoulders()
    {
        var end = EndOfPart.Of(Region(new SKRectI(10, 20, 20, 100), new SKRectI(80, 20, 90, 100)), isSleeve: true, margin: 10);

        Assert.Equal(2, end.Parts.Count);
        Assert.True(end.IsOnPart(new SKPoint(15, 95)) == true && end.IsOnPart(new SKPoint(85, 95)) == true);
        Assert.False(end.IsOnPart(new SKPoint(15, 40)));
        Assert.InRange(end.Parts[0].MidY, 88, 100);
    }

    [Fact]
    public void Holds_LandmarksOfAHem_KnowsTheBandAboveItAndNotItsRim()
    {
        var hem = PartShape.Hem(new SKPoint(80, 100), new SKPoint(20, 100), [], margin: 20);

        Assert.True(hem.Holds(new SKPoint(50, 90)));
        Assert.Null(hem.Holds(new SKPoint(50, 103)));
        Assert.False(hem.Holds(new SKPoint(50, 120)));
        Assert.False(hem.Holds(new SKPoint(50, 60)));
    }

    [Fact]
    public void Holds_LandmarkOfACuff_LiesTowardsTheShoulder()
    {
        var cuff = PartShape.Cuffs([new SKPoint(10, 100)], new SKPoint(50, 0), margin: 20);

        Assert.True(cuff.Holds(new SKPoint(12.6f, 93.5f)));
        Assert.Null(cuff.Holds(new SKPoint(10, 108)));
        Assert.False(cuff.Holds(new SKPoint(60, 100)));
    }

    private static TrueRegion Region(params SKRectI[] areas)
    {
        var mask = new byte[Width * 150];
        for (var pixel = 0; pixel < mask.Length; pixel++)
        {
            mask[pixel] = areas.Any(area => area.Contains(pixel % Width, pixel / Width)) ? (byte)255 : (byte)0;
        }

        return new TrueRegion("a.png", AttributeVocabularyFile.Default["skirt_length"], SKRect.Create(0, 0, 100, 150),
            [SKRect.Create(0, 0, 100, 150)], mask, Width);
    }
}
