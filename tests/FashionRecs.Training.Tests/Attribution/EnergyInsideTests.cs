using FashionRecs.Domain.Attributes;
using FashionRecs.Training.Attribution;
using FashionRecs.Training.Localization.Truth;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Saliency;
using SkiaSharp;

namespace FashionRecs.Training.Tests.Attribution;

public class EnergyInsideTests
{
    private static readonly InputSize Input = new(80, 40);
    private static readonly Letterbox Whole = Letterbox.Fit(400, 800, Input);

    [Theory]
    [InlineData(0, 0, 400, 800, 1)]
    [InlineData(0, 0, 400, 400, 1)]   // the upper half holds all of the energy
    [InlineData(0, 400, 400, 400, 0)]
    [InlineData(0, 0, 200, 800, .5)]  // half of it
    public void Of_MapInTheUpperHalf_IsTheShareInTheRegion(float x, float y, float width, float height, double share)
    {
        // Two rows of constant numbers, so steep that no energy runs over the middle; what speaks against it is no energy.
        var map = new ActivationMap(new float[] { 3, 3, -300, -300 }, 2, 2);

        var energy = EnergyInside.Of(map, Whole, Input, Region(SKRect.Create(x, y, width, height)));

        Assert.Equal(share, energy!.Value, 0.02);
    }

    [Fact]
    public void Of_NothingPositive_IsUnknown() => Assert.Null(EnergyInside.Of(
        new ActivationMap(new float[] { -1, -1, -1, -1 }, 2, 2), Whole, Input, Region(SKRect.Create(0, 0, 400, 800))));

    private static TrueRegion Region(SKRect box) => new("picture.jpg", AttributeVocabularyFile.Default["neckline_design"], box, [box]);
}
