using FashionRecs.Garments.Cutting;
using FashionRecs.Garments.Specification;
using SkiaSharp;

namespace FashionRecs.Garments.Scene;

/// <summary>Draws what hides a garment's neck: long hair or a scarf.</summary>
internal static class Covering
{
    /// <summary>Draws it in body centimetres and returns the area it covers, or null where nothing does.</summary>
    public static SKPath? Draw(SKCanvas canvas, GarmentSpec spec) => spec.Cover switch
    {
        Cover.Scarf => Scarf(canvas, spec),
        Cover.Hair => LongHair(canvas, spec),
        _ => null,
    };

    /// <summary>Colour of the wearer's hair.</summary>
    public static SKColor Hair(GarmentSpec spec) =>
        spec.Seed.Stream("hair")
            .Pick(new SKColor(0x1C, 0x17, 0x15), new SKColor(0x4A, 0x30, 0x20), new SKColor(0x8C, 0x5E, 0x33),
            new SKColor(0xC4, 0x9C, 0x62), new SKColor(0x75, 0x2F, 0x1C));

    private static SKPath Scarf(SKCanvas canvas, GarmentSpec spec)
    {
        var random = spec.Seed.Stream("cover");
        var colour = SKColor.FromHsl(random.Range(0, 360), random.Range(10, 50), random.Range(25, 70));
        var lean = random.Range(1, 5);
        SKPath[] parts =
        [
            new Outline().To(lean, 12).To(lean + 10.5f, 12).Bend(lean + 12, 34, lean + 11, 52).To(lean - .5f, 53)
                .Bend(lean + 1, 34, lean, 12).Close(),
            new Outline().To(-11, -6).Bend(-19, 2, -17, 13).Bend(-10, 27, 2, 25).Bend(16, 23, 17.5f, 10).Bend(18, 0, 11, -6)
                .Bend(0, -1, -11, -6).Close(),
            new Outline().To(-12, -5).Bend(-17, 4, -8, 10).Bend(4, 16, 14, 6).Bend(16, 0, 11, -6).Bend(0, 3, -12, -5).Close(),
        ];
        foreach (var part in parts)
        {
            Fill(canvas, part, colour, random, across: true);
        }

        return Outline.Union(parts);
    }

    private static SKPath LongHair(SKCanvas canvas, GarmentSpec spec)
    {
        var random = spec.Seed.Stream("cover");
        var colour = Hair(spec);
        var (left, right) = (random.Range(34, 44), random.Range(32, 42));
        SKPath[] parts =
        [
            new Outline().To(-12, -6).Bend(0, -13, 12, -6).Bend(14, 12, 9, 28).Bend(0, 33, -9, 28).Bend(-14, 12, -12, -6).Close(),
            new Outline().To(-9, -22).Bend(-15, -8, -17.5f, 12).Bend(-19, 30, -12, left).Bend(-6, left - 4, -2, left - 10)
                .Bend(2, 10, -7, -12).Close(),
            new Outline().To(9, -22).Bend(15, -8, 17.5f, 12).Bend(19, 28, 12, right).Bend(6, right - 4, 1, right - 10).Bend(-2, 10, 7, -12)
                .Close(),
        ];
        foreach (var part in parts)
        {
            Fill(canvas, part, colour, random, across: false);
        }

        return Outline.Union(parts);
    }

    private static void Fill(SKCanvas canvas, SKPath part, SKColor colour, Randomness.RandomStream random, bool across)
    {
        using var shade = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, 1.2f);
        using var paint = new SKPaint { IsAntialias = true, Color = SKColors.Black.WithAlpha(80), MaskFilter = shade };
        canvas.Save();
        canvas.Translate(.5f, 1.1f);
        canvas.DrawPath(part, paint);
        canvas.Restore();
        paint.MaskFilter = null;
        paint.Color = colour;
        canvas.DrawPath(part, paint);
        canvas.Save();
        canvas.ClipPath(part, SKClipOperation.Intersect, true);
        paint.Style = SKPaintStyle.Stroke;
        var box = part.TightBounds;
        for (var i = 0; i < 26; i++)
        {
            paint.Color = random.Chance(.55f) ? SKColors.Black.WithAlpha(38) : SKColors.White.WithAlpha(26);
            paint.StrokeWidth = random.Range(.4f, 1.5f);
            var (x, y) = (random.Range(box.Left, box.Right), random.Range(box.Top, box.Bottom));
            using var strand = across && box.Width > box.Height * .6f
                ? new Outline().To(box.Left, y - 9).Bend(box.MidX, y + 9, box.Right, y - 9).Open()
                : new Outline().To(x * .7f, box.Top).Bend(x * 1.15f, box.MidY, x, box.Bottom).Open();
            canvas.DrawPath(strand, paint);
        }

        canvas.Restore();
    }
}
