using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Regions;
using FashionRecs.Vision.Saliency;
using SkiaSharp;

namespace FashionRecs.Vision.Tests.Regions;

public class PartFinderTests
{
    private const int Rows = 32;
    private const int Columns = 24;
    private static readonly InputSize Input = new(128, 96);
    private static readonly SKRect Whole = new(0, 0, 96, 128);
    private static readonly PartRule Rule = new(0.25, new PartLevel(0.5, Joined: true), new PartLevel(0.5, Joined: true));
    private static readonly ActivationMap Even = new(new float[] { 1, 1, 1, 1 }, 2, 2);

    [Fact]
    public void Outline_TwoSleeves_IsTwoPolygonsAndTheBoxHoldsBoth()
    {
        var part = Find(Even, new SKRectI(2, 8, 6, 16), new SKRectI(18, 8, 22, 16));

        var outline = part.Outline(Rule)!;

        Assert.Equal(2, outline.Polygons.Count);
        Assert.True(outline.Contains(4 / 24.0, 12 / 32.0) && outline.Contains(20 / 24.0, 12 / 32.0));
        Assert.False(outline.Contains(0.5, 12 / 32.0));
        var box = part.Region(Rule).Box;
        Assert.InRange(box.Left, 4, 12);
        Assert.InRange(box.Right, 84, 92);
    }

    [Fact]
    public void Outline_OnlyTheLargest_IsOnePolygon() =>
        Assert.Single(Find(Even, new SKRectI(2, 8, 6, 16), new SKRectI(18, 8, 22, 15))
            .Outline(Rule with { Outline = new PartLevel(0.5, Joined: false) })!.Polygons);

    [Fact]
    public void Outline_MapSpeaksForOneSide_IsDrawnThere()
    {
        var right = new ActivationMap(new float[] { -1, 1, -1, 1 }, 2, 2);

        var outline = Find(right, new SKRectI(2, 8, 6, 16), new SKRectI(18, 8, 22, 16)).Outline(Rule with { Power = 1 })!;

        Assert.True(outline.Contains(20 / 24.0, 12 / 32.0));
        Assert.False(outline.Contains(4 / 24.0, 12 / 32.0));
    }

    [Fact]
    public void Region_Evidence_IsTheShareOfThePositiveMapInTheBox()
    {
        float[] numbers = [.. Enumerable.Range(0, 64).Select(at => at is 0 or 63 ? 1f : 0)];
        var part = Find(new ActivationMap(numbers, 8, 8), new SKRectI(0, 0, 24, 32));

        Assert.Equal(1, part.Region(Rule with { Power = 0.1, Box = new PartLevel(0.01, Joined: true) }).Share, 1e-3f);
        Assert.Equal(0.5f, part.Region(Rule with { Power = 1, Box = new PartLevel(0.9, Joined: false) }).Share, 1e-3f);
    }

    [Fact]
    public void Outline_MostOfTheRegionIsGround_FollowsTheGarment()
    {
        var pixels = new float[128 * 96 * 3];
        for (var at = 0; at < 128 * 96; at++)
        {
            var garment = at % 96 is >= 30 and < 66 && at / 96 is >= 20 and < 100;
            for (var channel = 0; channel < 3; channel++)
            {
                pixels[(at * 3) + channel] = PixelNormalization.Normalize(channel, garment ? (byte)60 : (byte)250);
            }
        }

        var mask = GarmentMask.TryFind(pixels, Input, Letterbox.Fit(96, 128, Input));
        var part = new PartFinder(Even, Attention(new SKRectI(0, 20, 24, 30)), Input, Whole, mask);

        var outline = part.Outline(Rule)!;

        Assert.NotNull(mask);
        Assert.True(outline.Contains(0.5, 90 / 128.0));
        Assert.False(outline.Contains(20 / 96.0, 90 / 128.0)); // beside the garment
        Assert.False(outline.Contains(0.5, 108 / 128.0));      // below its hem
        Assert.False(Find(Even, new SKRectI(0, 20, 24, 30)).Outline(Rule)!.Bounds() == outline.Bounds());
    }

    [Fact]
    public void GarmentMask_UnevenGround_IsNotKnown()
    {
        var random = new Random(1);
        float[] pixels = [.. Enumerable.Range(0, 128 * 96 * 3).Select(_ => (random.NextSingle() * 4) - 2)];

        Assert.Null(GarmentMask.TryFind(pixels, Input, Letterbox.Fit(96, 128, Input)));
    }

    [Fact]
    public void Rule_Text_IsReadBack()
    {
        Assert.Equal(Rule, PartRule.Parse(Rule.ToString()));
        Assert.Throws<FormatException>(() => PartRule.Parse("2:0.5:joined:0.5:joined"));
        Assert.Throws<FormatException>(() => PartRule.Parse("0.5:0.5:joined"));
    }

    private static PartFinder Find(ActivationMap map, params SKRectI[] parts) => new(map, Attention(parts), Input, Whole);

    private static PartAttention Attention(params SKRectI[] parts)
    {
        float[] logits = [.. Enumerable.Range(0, Rows * Columns)
            .Select(cell => parts.Any(part => part.Contains(cell % Columns, cell / Columns)) ? 6f : -6f)];
        return new PartAttention(logits, logits, Rows, Columns);
    }
}
