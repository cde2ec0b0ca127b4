using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Localization.Truth;
using FashionRecs.Training.Optimization;
using SkiaSharp;

namespace FashionRecs.Training.Tests.Optimization;

public class PlacedRegionTests
{
    // A picture of 100 × 100 pixels fills the input.
    private static readonly SKMatrix Whole = SKMatrix.CreateScale(100, 100);

    [Fact]
    public void Mark_Region_MarksPositionsInside() =>
        Assert.Equal([0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0], Mark(Boxed(new SKRect(25, 0, 75, 50)), Whole, 4)!);

    [Fact]
    public void Mark_SmallerThanAPosition_MarksThatOne() => Assert.Equal([0, 0, 0, 1], Mark(Boxed(new SKRect(85, 85, 95, 95)), Whole, 2)!);

    [Fact]
    public void Mark_OutsideTheInput_MarksNothing() => Assert.Null(Mark(Boxed(new SKRect(110, 20, 130, 40)), Whole, 2));

    [Fact]
    public void Mark_FlippedPicture_MarksTheOtherSide() =>
        Assert.Equal([0, 1, 0, 0], Mark(Boxed(new SKRect(0, 0, 50, 50)), new SKMatrix(-100, 0, 100, 0, 100, 0, 0, 0, 1), 2)!);

    [Fact]
    public void Mark_Mask_LeavesOutWhatTheBoxHoldsBeside()
    {
        // Two sleeves at the sides of a picture of 4 × 2 pixels; their box holds the body between them, too.
        var sleeves = Boxed(new SKRect(0, 0, 4, 2)) with { Mask = [1, 0, 0, 1, 1, 0, 0, 1], MaskWidth = 4 };

        Assert.Equal([1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1], Mark(sleeves, SKMatrix.CreateScale(4, 2), 4)!);
    }

    private static TrueRegion Boxed(SKRect box) => new("", AttributeVocabularyFile.Default.Attributes[0], box, [box]);

    private static float[]? Mark(TrueRegion region, SKMatrix toPicture, int side)
    {
        var inside = new float[side * side];
        return new PlacedRegion(0, region, toPicture).Mark(inside, side, side) ? inside : null;
    }
}
