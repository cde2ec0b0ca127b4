using FashionRecs.Garments.Body;
using FashionRecs.Garments.Specification;
using SkiaSharp;

namespace FashionRecs.Garments.Scene;

/// <summary>Draws the wearer in body centimetres: a shop's mannequin, or a simple person with hair, skin and shoes.</summary>
internal static class Figure
{
    public static void Draw(SKCanvas canvas, GarmentSpec spec)
    {
        if (spec.Presentation == Presentation.FlatLay)
        {
            return;
        }

        var body = new BodyProportions(spec.Seed);
        var random = spec.Seed.Stream("figure");
        var person = spec.Presentation == Presentation.Person;
        var skin = person
            ? random.Pick(new SKColor(0xE8, 0xC1, 0xA0), new SKColor(0xC6, 0x91, 0x6A), new SKColor(0x8A, 0x5A, 0x3C), new SKColor(0x57, 0x38, 0x28), new SKColor(0xF0, 0xD2, 0xBA))
            : random.Pick(new SKColor(0xDD, 0xD8, 0xD0), new SKColor(0xC9, 0xC4, 0xBC), new SKColor(0xE6, 0xDE, 0xD2));
        using var across = SKShader.CreateLinearGradient(new(-22, 0), new(22, 0), [skin, Darker(skin, .8f)], SKShaderTileMode.Clamp);
        using var paint = new SKPaint { IsAntialias = true, Shader = across, StrokeCap = SKStrokeCap.Round, StrokeJoin = SKStrokeJoin.Round };
        if (person)
        {
            using var hair = new SKPaint { IsAntialias = true, Color = Hair(spec) };
            canvas.DrawOval(0, -20, 10.5f, 14, hair);
        }

        canvas.DrawRoundRect(-5.6f, -14, 11.2f, 20, 4, 4, paint);
        canvas.DrawOval(0, -20, 7.6f, 10.8f, paint);
        using var torso = new Cutting.Outline().To(-5, 0).Bend(-8, 3, -body.Shoulder + 1, body.ShoulderDrop + .8f).Through(new(-body.Bust, 24), new(-body.WaistHalf, 40), new(-body.HipHalf, 60), new(-body.HipHalf * .9f, 74))
            .To(body.HipHalf * .9f, 74).Through(new(body.HipHalf, 60), new(body.WaistHalf, 40), new(body.Bust, 24), new(body.Shoulder - 1, body.ShoulderDrop + .8f)).Bend(8, 3, 5, 0).Close();
        canvas.DrawPath(torso, paint);
        paint.Style = SKPaintStyle.Stroke;
        for (var side = -1; side <= 1; side += 2)
        {
            var arm = ArmPose.For(spec.Seed, spec.Presentation, side > 0);
            var line = new Cutting.Outline();
            for (var along = 4; along <= (int)BodyProportions.Hand - 5; along += 5)
            {
                var point = arm.At(new(body.Shoulder - 3.6f, body.ShoulderDrop), along);
                line.To(side * point.X, point.Y);
            }

            using var path = line.Open();
            paint.StrokeWidth = 6.8f;
            canvas.DrawPath(path, paint);
            using var leg = new Cutting.Outline().To(side * 9.2f, 72).Bend(side * 9.5f, 100, side * 8.4f, BodyProportions.Ankle).Open();
            paint.StrokeWidth = 12.5f;
            canvas.DrawPath(leg, paint);
        }

        using var shoe = new SKPaint { IsAntialias = true, Color = person ? new SKColor(0x2A, 0x26, 0x24) : Darker(skin, .85f) };
        canvas.DrawOval(-8.6f, 143.5f, 6, 4, shoe);
        canvas.DrawOval(8.6f, 143.5f, 6, 4, shoe);
    }

    /// <summary>Hair or a scarf in front of the garment, and the area it covers.</summary>
    public static SKPath? DrawCover(SKCanvas canvas, GarmentSpec spec)
    {
        var random = spec.Seed.Stream("cover");
        if (spec.Cover is not (Cover.Hair or Cover.Scarf))
        {
            return null;
        }

        var builder = new SKPathBuilder();
        using var paint = new SKPaint { IsAntialias = true, Color = spec.Cover == Cover.Hair ? Hair(spec) : SKColor.FromHsl(random.Range(0, 360), random.Range(10, 55), random.Range(25, 70)) };
        if (spec.Cover == Cover.Scarf)
        {
            builder.AddOval(new SKRect(-17, -7, 17, 25));
            builder.AddRoundRect(new SKRect(2, 12, 13, 50), 3, 3);
        }
        else
        {
            builder.AddRoundRect(new SKRect(-14, -20, 15, 27), 9, 14);
            builder.AddRoundRect(new SKRect(-18, -12, -2, 42), 7, 14);
            builder.AddRoundRect(new SKRect(2, -12, 18, 38), 7, 14);
        }

        var area = builder.Detach();
        canvas.DrawPath(area, paint);
        canvas.Save();
        canvas.ClipPath(area, SKClipOperation.Intersect, true);
        paint.Style = SKPaintStyle.Stroke;
        for (var i = 0; i < 26; i++)
        {
            paint.Color = random.Chance(.5f) ? SKColors.Black.WithAlpha(45) : SKColors.White.WithAlpha(30);
            paint.StrokeWidth = random.Range(.5f, 1.6f);
            var x = random.Range(-19, 19);
            using var strand = spec.Cover == Cover.Hair
                ? new Cutting.Outline().To(x * .6f, -22).Bend(x * 1.1f, 5, x, 45).Open()
                : new Cutting.Outline().To(-18, random.Range(-8, 10)).Bend(x, random.Range(5, 45), 18, random.Range(-8, 10)).Open();
            canvas.DrawPath(strand, paint);
        }

        canvas.Restore();
        return area;
    }

    private static SKColor Hair(GarmentSpec spec) =>
        spec.Seed.Stream("hair").Pick(new SKColor(0x1C, 0x17, 0x15), new SKColor(0x4A, 0x30, 0x20), new SKColor(0x8C, 0x5E, 0x33), new SKColor(0xC4, 0x9C, 0x62), new SKColor(0x75, 0x2F, 0x1C));

    private static SKColor Darker(SKColor colour, float by) => new((byte)(colour.Red * by), (byte)(colour.Green * by), (byte)(colour.Blue * by));
}
