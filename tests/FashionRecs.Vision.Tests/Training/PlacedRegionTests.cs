using FashionRecs.Vision.Training;
using SkiaSharp;

namespace FashionRecs.Vision.Tests.Training;

public class PlacedRegionTests
{
    [Fact]
    public void Mark_Region_MarksPositionsWithTheirCentreInside()
    {
        var inside = new float[16];

        Assert.True(new PlacedRegion(0, 0, [new SKRect(0.25f, 0, 0.75f, 0.5f)]).Mark(inside, 4, 4));

        Assert.Equal([0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0], inside);
    }

    [Fact]
    public void Mark_SmallerThanAPosition_MarksTheNearest()
    {
        var inside = new float[4];

        Assert.True(new PlacedRegion(0, 0, [new SKRect(0.9f, 0.9f, 0.95f, 0.95f)]).Mark(inside, 2, 2));

        Assert.Equal([0, 0, 0, 1], inside);
    }

    [Fact]
    public void Mark_OutsideTheInput_MarksNothing()
    {
        var inside = new float[4];

        Assert.False(new PlacedRegion(0, 0, [new SKRect(1.1f, 0.2f, 1.3f, 0.4f)]).Mark(inside, 2, 2));

        Assert.Equal([0, 0, 0, 0], inside);
    }
}
