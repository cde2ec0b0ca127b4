using FashionRecs.Garments.Randomness;
using SkiaSharp;

namespace FashionRecs.Garments.Cloth;

/// <summary>A repeat of scattered flowers, buds and leaves.</summary>
internal static class Flowers
{
    private static readonly SKColor[] Greens = [new(0x5C, 0x74, 0x54), new(0x7C, 0x8B, 0x62), new(0x3F, 0x5B, 0x4B)];

    public static void Draw(SKCanvas canvas, Fabric fabric, RandomStream random)
    {
        var side = 4 + random.Below(2);
        var roses = random.Chance(.4f);
        var green = random.Pick(Greens);
        for (var place = 0; place < side * side; place++)
        {
            // Every other row is shifted by half a step, so that no grid shows.
            var shift = place / side % 2 * .5f;
            var x = ((place % side) + shift + random.Range(.15f, .85f)) / side;
            var y = ((place / side) + random.Range(.15f, .85f)) / side;
            var size = random.Range(.26f, .6f) / side;
            var turn = random.Range(0, 6.28f);
            var petal = random.Chance(.62f) ? fabric.Second : fabric.Third;
            var twig = random.Range(0, 6.28f);
            for (var wrap = 0; wrap < 9; wrap++)
            {
                var (px, py) = (x + (wrap % 3) - 1, y + (wrap / 3) - 1);
                if (px < -size * 3 || py < -size * 3 || px > 1 + (size * 3) || py > 1 + (size * 3))
                {
                    continue;
                }

                Leaves(canvas, px, py, size, twig, green);
                if (roses && size > .4f / side)
                {
                    Rose(canvas, px, py, size, turn, petal);
                }
                else
                {
                    Daisy(canvas, px, py, size * .8f, turn, petal, petal == fabric.Second ? fabric.Third : fabric.Base);
                }
            }
        }
    }

    private static void Leaves(SKCanvas canvas, float x, float y, float size, float turn, SKColor green)
    {
        using var paint =
            new SKPaint { IsAntialias = true, Color = green.WithAlpha(215), Style = SKPaintStyle.Stroke, StrokeWidth = size * .09f };
        canvas.Save();
        canvas.Translate(x, y);
        canvas.RotateRadians(turn);
        canvas.DrawLine(0, 0, size * 1.9f, 0, paint);
        paint.Style = SKPaintStyle.Fill;
        for (var leaf = 0; leaf < 3; leaf++)
        {
            canvas.Save();
            canvas.Translate(size * (1 + (leaf * .42f)), 0);
            canvas.RotateRadians(leaf == 1 ? -.75f : .7f);
            canvas.DrawOval(size * .4f, 0, size * .42f, size * .15f, paint);
            canvas.Restore();
        }

        canvas.Restore();
    }

    private static void Daisy(SKCanvas canvas, float x, float y, float size, float turn, SKColor petal, SKColor heart)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = petal };
        for (var i = 0; i < 6; i++)
        {
            canvas.Save();
            canvas.Translate(x, y);
            canvas.RotateRadians(turn + (i * MathF.Tau / 6));
            canvas.DrawOval(size * .52f, 0, size * .46f, size * .25f, paint);
            canvas.Restore();
        }

        paint.Color = heart;
        canvas.DrawCircle(x, y, size * .22f, paint);
    }

    // Petals as rings of shrinking, darkening circles.
    private static void Rose(SKCanvas canvas, float x, float y, float size, float turn, SKColor petal)
    {
        using var paint = new SKPaint { IsAntialias = true };
        for (var ring = 0; ring < 3; ring++)
        {
            paint.Color = Shade(petal, 1 - (.13f * ring));
            for (var i = 0; i < 5; i++)
            {
                var angle = turn + (ring * .6f) + (i * MathF.Tau / 5);
                var away = size * (.42f - (.15f * ring));
                canvas.DrawCircle(x + (MathF.Cos(angle) * away), y + (MathF.Sin(angle) * away), size * (.4f - (.1f * ring)), paint);
            }
        }

        paint.Color = Shade(petal, .56f);
        canvas.DrawCircle(x, y, size * .12f, paint);
    }

    private static SKColor Shade(SKColor colour, float by) =>
        new((byte)(colour.Red * by), (byte)(colour.Green * by), (byte)(colour.Blue * by));
}
