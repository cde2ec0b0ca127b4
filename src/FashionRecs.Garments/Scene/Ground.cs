using FashionRecs.Garments.Cloth;
using FashionRecs.Garments.Specification;
using SkiaSharp;

namespace FashionRecs.Garments.Scene;

/// <summary>Draws what lies behind the garment: a shop's light ground, or for training a bed, a floor, a wall.</summary>
internal static class Ground
{
    public static void Draw(SKCanvas canvas, GarmentSpec spec, int width, int height)
    {
        var random = spec.Seed.Stream("ground");
        if (spec.Cluttered && random.Chance(.45f))
        {
            Room(canvas, spec, width, height);
            return;
        }

        var light = spec.Cluttered ? random.Range(198, 256) : random.Range(228, 240);
        var warm = random.Range(-1, 3);
        var corner = random.Range(4, 14);
        using var paint = new SKPaint();
        SKColor Tone(float value) =>
            new((byte)Math.Clamp(value + warm, 0, 255), (byte)Math.Clamp(value, 0, 255), (byte)Math.Clamp(value - warm, 0, 255));
        using var shader = SKShader.CreateRadialGradient(
            new(width * random.Range(.3f, .6f), height * random.Range(.25f, .5f)), height * .8f, [Tone(light + 3), Tone(light - corner)],
            SKShaderTileMode.Clamp);
        paint.Shader = shader;
        canvas.DrawRect(0, 0, width, height, paint);
    }

    private static void Room(SKCanvas canvas, GarmentSpec spec, int width, int height)
    {
        var random = spec.Seed.Stream("room");
        SKColor Any() => SKColor.FromHsl(random.Range(0, 360), random.Range(2, 30), random.Range(20, 88));
        var first = Any();
        using var paint = new SKPaint { IsAntialias = true, Color = first };
        canvas.DrawRect(0, 0, width, height, paint);
        paint.Color = first.WithRed((byte)Math.Max(0, first.Red - 16)).WithGreen((byte)Math.Max(0, first.Green - 16));
        switch (random.Below(3))
        {
            case 0:
                var board = width * random.Range(.1f, .25f);
                paint.StrokeWidth = Math.Max(1, width / 120f);
                canvas.RotateDegrees(random.Range(-90, 90), width / 2f, height / 2f);
                for (var x = -height * 1f; x < height * 2; x += board)
                {
                    canvas.DrawLine(x, -height, x, height * 2, paint);
                }

                canvas.ResetMatrix();
                break;
            case 1:
                canvas.DrawRect(0, height * random.Range(.6f, .85f), width, height, paint);
                break;
            default:
                using (var tile = PrintSheet(random.NextBits(), first))
                using (var shader =
                    SKShader.CreateBitmap(tile, SKShaderTileMode.Mirror, SKShaderTileMode.Mirror,
                    SKMatrix.CreateScale(width / 90f, width / 90f)))
                {
                    paint.Shader = shader;
                    canvas.DrawRect(0, 0, width, height, paint);
                    paint.Shader = null;
                }

                break;
        }

        for (var i = random.Below(5); i > 0; i--)
        {
            paint.Color = Any();
            var (x, y) = (random.Range(0, width), random.Range(0, height));
            if (random.Chance(.5f))
            {
                canvas.DrawOval(x, y, width * random.Range(.04f, .2f), height * random.Range(.03f, .12f), paint);
            }
            else
            {
                canvas.DrawRect(x, y, width * random.Range(.05f, .4f), height * random.Range(.04f, .3f), paint);
            }
        }
    }

    // Crumpled bedding: smooth noise in one colour.
    private static SKBitmap PrintSheet(ulong seed, SKColor colour)
    {
        var bitmap = new SKBitmap(64, 64);
        for (var i = 0; i < 64 * 64; i++)
        {
            var wave = 1 + (.22f * SmoothNoise.At(seed, (i % 64) / 7f, i / 64 / 11f));
            bitmap.SetPixel(i % 64, i / 64,
                new SKColor((byte)Math.Min(255, colour.Red * wave), (byte)Math.Min(255, colour.Green * wave),
                (byte)Math.Min(255, colour.Blue * wave)));
        }

        return bitmap;
    }
}
