using FashionRecs.Domain.Attributes;
using FashionRecs.Garments;
using FashionRecs.Garments.Randomness;
using FashionRecs.Garments.Sets;
using SkiaSharp;

namespace FashionRecs.Garments.Tests;

public sealed class GarmentRendererTests
{
    private const int Width = 96;
    private const int Height = 144;

    private static AttributeVocabulary Vocabulary => Wardrobe.Vocabulary;

    public static TheoryData<string, string> VisibleValues() =>
        new(Vocabulary.Values.Where(value => !value.IsInvisible).Select(value => (value.Attribute.Code, value.Code)));

    [Theory]
    [MemberData(nameof(VisibleValues))]
    public void Render_AnyVisibleValue_ShowsItInsideItsBox(string attribute, string code)
    {
        var value = Vocabulary.TryFind(attribute, code)!;
        using var picture =
            GarmentRenderer.Render(new SpecSampler(Vocabulary, new GarmentSeed(3)).Draw(1, value, cluttered: false), Width, Height);
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
        using var first = GarmentRenderer.Render(Wardrobe.Dress(), Width, Height);
        using var second = GarmentRenderer.Render(Wardrobe.Dress(), Width, Height);
        Assert.Equal(first.Encode(SKEncodedImageFormat.Png, 100), second.Encode(SKEncodedImageFormat.Png, 100));
    }

    [Fact]
    public void Render_OtherSeed_OtherBytes()
    {
        using var first = GarmentRenderer.Render(Wardrobe.Dress(), Width, Height);
        using var second = GarmentRenderer.Render(Wardrobe.Dress() with { Seed = new GarmentSeed(8) }, Width, Height);
        Assert.NotEqual(first.Encode(SKEncodedImageFormat.Png, 100), second.Encode(SKEncodedImageFormat.Png, 100));
    }
}
