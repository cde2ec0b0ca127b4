using FashionRecs.Core.Attributes;
using FashionRecs.Garments;
using FashionRecs.Garments.Randomness;
using FashionRecs.Garments.Sets;
using FashionRecs.Garments.Specification;
using FashionRecs.Garments.Truth;
using SkiaSharp;

namespace FashionRecs.Vision.Tests.Garments;

public sealed class GarmentRendererTests
{
    private const int Width = 96;
    private const int Height = 144;

    private static readonly AttributeVocabulary Vocabulary = AttributeVocabularyFile.Default;

    private static GarmentSpec Dress(string skirt = "Knee Length", string sleeve = "Short Sleeves", string neckline = "V Neckline") => new(
        GarmentKind.Dress,
        GarmentValues.Nothing(Vocabulary).With("skirt_length", skirt).With("sleeve_length", sleeve).With("neckline_design", neckline),
        new GarmentSeed(7));

    public static TheoryData<string, string> VisibleValues() =>
        new(Vocabulary.Values.Where(value => !value.IsInvisible).Select(value => (value.Attribute.Code, value.Code)));

    [Theory]
    [MemberData(nameof(VisibleValues))]
    public void Render_AnyVisibleValue_ShowsItInsideItsBox(string attribute, string code)
    {
        var value = Vocabulary.TryFind(attribute, code)!;
        using var picture = GarmentRenderer.Render(new SpecSampler(Vocabulary, new GarmentSeed(3)).Draw(1, value, cluttered: false), Width, Height);
        var region = picture.Regions[value.Attribute.Position];

        Assert.Equal(value, region.Value);
        var mask = region.Mask(Width, Height);
        var inside = Enumerable.Range(0, mask.Length).Where(place => mask[place] > 0).ToArray();
        Assert.NotEmpty(inside);
        Assert.All(inside, place => Assert.True(
            place % Width >= region.Box!.Value.X - 1 && place % Width <= region.Box.Value.X + region.Box.Value.Width
            && place / Width >= region.Box.Value.Y - 1 && place / Width <= region.Box.Value.Y + region.Box.Value.Height));
    }

    [Fact]
    public void Render_SameSpecTwice_SameBytes()
    {
        using var first = GarmentRenderer.Render(Dress(), Width, Height);
        using var second = GarmentRenderer.Render(Dress(), Width, Height);
        Assert.Equal(first.Encode(SKEncodedImageFormat.Png, 100), second.Encode(SKEncodedImageFormat.Png, 100));
    }

    [Fact]
    public void Render_OtherSeed_OtherBytes()
    {
        using var first = GarmentRenderer.Render(Dress(), Width, Height);
        using var second = GarmentRenderer.Render(Dress() with { Seed = new GarmentSeed(8) }, Width, Height);
        Assert.NotEqual(first.Encode(SKEncodedImageFormat.Png, 100), second.Encode(SKEncodedImageFormat.Png, 100));
    }

    [Theory]
    [InlineData("skirt_length")]
    [InlineData("sleeve_length")]
    public void Render_LongerValue_EndsFurtherAway(string code)
    {
        var attribute = Vocabulary[code];
        var ends = attribute.VisibleValues.Where(value => value.Code != "Sleeveless").Select(value =>
        {
            var spec = CounterfactualPair.Create(Dress(), value).After with { FramedWith = Dress("Floor Length", "Extra Long Sleeves").Values };
            using var picture = GarmentRenderer.Render(spec, Width * 2, Height * 2);
            var box = picture.Regions[attribute.Position].Box!.Value;
            return box.Y + box.Height;
        }).ToArray();
        Assert.Equal(ends.Order(), ends);
        Assert.True(ends[^1] > ends[0]);
    }

    [Fact]
    public void CounterfactualPair_OtherNeckline_LeavesTheHemAlone()
    {
        var pair = CounterfactualPair.Create(Dress(), Vocabulary.TryFind("neckline_design", "Square Neckline")!);
        using var before = GarmentRenderer.Render(pair.Before, Width, Height);
        using var after = GarmentRenderer.Render(pair.After, Width, Height);
        var skirt = before.Regions[Vocabulary["skirt_length"].Position].Box!.Value;

        Assert.Equal(skirt, after.Regions[Vocabulary["skirt_length"].Position].Box!.Value);
        var changed = 0;
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                if (before.Bitmap.GetPixel(x, y) != after.Bitmap.GetPixel(x, y))
                {
                    changed++;
                    Assert.True(y < skirt.Y + (skirt.Height / 4), $"Pixel {x}, {y} lies on the skirt.");
                }
            }
        }

        Assert.True(changed > 20);
    }

    [Theory]
    [InlineData(Cover.Scarf, "neckline_design")]
    [InlineData(Cover.CropBottom, "skirt_length")]
    [InlineData(Cover.CropTop, "neckline_design")]
    public void Render_Covered_SaysInvisible(Cover cover, string attribute)
    {
        using var picture = GarmentRenderer.Render(Dress("Midi Length", neckline: "Round Neckline") with { Cover = cover }, Width, Height);
        AttributeRegion region = picture.Regions[Vocabulary[attribute].Position];
        Assert.True(region.Value.IsInvisible);
        Assert.Null(region.Box);
    }

    [Fact]
    public void Render_StraplessWithSleeves_RefusesWithTheReason()
    {
        var refused = Assert.Throws<ArgumentException>(() => GarmentRenderer.Render(Dress(neckline: "Strapless Neck"), Width, Height));
        Assert.Contains("no shoulder to sew a sleeve to", refused.Message, StringComparison.Ordinal);
    }
}
