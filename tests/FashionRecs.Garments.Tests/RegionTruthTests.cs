using FashionRecs.Garments;
using FashionRecs.Garments.Randomness;
using FashionRecs.Garments.Sets;
using FashionRecs.Garments.Specification;

namespace FashionRecs.Garments.Tests;

public sealed class RegionTruthTests
{
    private const int Width = 96;
    private const int Height = 144;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Render_VariedPictures_BoxIsTheBoundsOfTheMask(int set)
    {
        var sampler = new SpecSampler(Wardrobe.Vocabulary, new GarmentSeed((ulong)set));
        for (var number = 0; number < 40; number++)
        {
            using var picture = GarmentRenderer.Render(sampler.Draw(number), Width, Height);
            foreach (var region in picture.Regions)
            {
                var inside = region.Mask(Width, Height).Index().Where(pixel => pixel.Item > 0)
                    .Select(pixel => (X: pixel.Index % Width, Y: pixel.Index / Width)).ToArray();
                Assert.Equal(region.Value.IsInvisible, region.Box is null);
                Assert.Equal(region.Value.IsInvisible, inside.Length == 0);
                if (region.Box is { } box)
                {
                    Assert.True(box is { X: >= 0, Y: >= 0 } && box.X + box.Width <= Width && box.Y + box.Height <= Height,
                        $"Box {box} leaves the picture.");
                    Assert.Equal(
                        (box.X, box.Y, box.X + box.Width - 1, box.Y + box.Height - 1),
                        (inside.Min(place => place.X), inside.Min(place => place.Y), inside.Max(place => place.X),
                            inside.Max(place => place.Y)));
                }
            }
        }
    }

    [Fact]
    public void Render_Dress_RegionsLieWhereTheValuesAre()
    {
        using var picture = GarmentRenderer.Render(Wardrobe.Dress("Midi Length", "Long Sleeves", "V Neckline"), Width, Height);
        var (neckline, sleeve, skirt) = (Box(picture, "neckline_design"), Box(picture, "sleeve_length"), Box(picture, "skirt_length"));
        var middle = Width / 2;

        Assert.InRange(neckline.X + (neckline.Width / 2), middle - 6, middle + 6);
        Assert.True(neckline.Y + neckline.Height < skirt.Y, "The neckline lies above the skirt.");
        Assert.True(sleeve.X < skirt.X && sleeve.X + sleeve.Width > skirt.X + skirt.Width - 20, "Sleeves lie on both sides.");
        var sleeves = picture.Regions[Wardrobe.Vocabulary["sleeve_length"].Position].Mask(Width, Height);
        Assert.Equal(0, sleeves[((sleeve.Y + (sleeve.Height / 2)) * Width) + middle]);
        Assert.Equal(255,
            picture.Regions[Wardrobe.Vocabulary["skirt_length"].Position]
            .Mask(Width, Height)[((skirt.Y + (skirt.Height / 2)) * Width) + middle]);
    }

    [Theory]
    [InlineData("skirt_length")]
    [InlineData("pant_length")]
    [InlineData("coat_length")]
    [InlineData("sleeve_length")]
    public void Render_NextLongerValue_EndsVisiblyLower(string code)
    {
        var attribute = Wardrobe.Vocabulary[code];
        var longest = Wardrobe.With(code, 11).Values.With(attribute.VisibleValues.Last());
        var ends = attribute.VisibleValues.Where(value => value.Code != "Sleeveless").Select(value =>
        {
            var spec = Wardrobe.With(code, 11);
            using var picture =
                GarmentRenderer.Render(spec with { Values = spec.Values.With(value), FramedWith = longest }, Width * 2, Height * 2);
            var box = picture.Regions[attribute.Position].Box!.Value;
            return box.Y + box.Height;
        }).ToArray();

        Assert.All(ends.Zip(ends.Skip(1)), pair => Assert.True(pair.Second >= pair.First + 5, $"Ends: {string.Join(", ", ends)}."));
    }

    [Theory]
    [InlineData(Cover.Scarf, "neckline_design")]
    [InlineData(Cover.Hair, "neckline_design")]
    [InlineData(Cover.CrossedArms, "neckline_design")]
    [InlineData(Cover.CropBottom, "skirt_length")]
    [InlineData(Cover.CropTop, "neckline_design")]
    [InlineData(Cover.CropSides, "sleeve_length")]
    public void Render_Covered_SaysInvisible(Cover cover, string attribute)
    {
        var spec = Wardrobe.Dress("Midi Length", "Long Sleeves", "Round Neckline") with { Cover = cover,
            Presentation = Presentation.Person };
        using var picture = GarmentRenderer.Render(spec, Width, Height);
        var region = picture.Regions[Wardrobe.Vocabulary[attribute].Position];

        Assert.True(region.Value.IsInvisible);
        Assert.Null(region.Box);
    }

    [Fact]
    public void Render_CrossedArms_SleevesStaySeen()
    {
        var spec = Wardrobe.Dress("Midi Length", "Long Sleeves", "Round Neckline") with { Cover = Cover.CrossedArms,
            Presentation = Presentation.Mannequin };
        using var picture = GarmentRenderer.Render(spec, Width, Height);
        Assert.Equal("Long Sleeves", picture.Regions[Wardrobe.Vocabulary["sleeve_length"].Position].Value.Code);
    }

    private static FashionRecs.Domain.Projection.PixelBox Box(FashionRecs.Garments.Truth.RenderedPicture picture, string attribute) =>
        picture.Regions[Wardrobe.Vocabulary[attribute].Position].Box!.Value;
}
