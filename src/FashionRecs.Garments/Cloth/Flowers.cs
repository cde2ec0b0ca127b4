using FashionRecs.Garments.Randomness;
using SkiaSharp;

namespace FashionRecs.Garments.Cloth;

/// <summary>A repeat of scattered flowers and leaves.</summary>
internal static class Flowers
{
    public static void Draw(SKCanvas canvas, Fabric fabric, RandomStream random)
    {
        var side = 3 + random.Below(2);
        for (var place = 0; place < side * side; place++)
        {
            var x = ((place % side) + random.Range(.2f, .8f)) / side;
            var y = ((place / side) + random.Range(.2f, .8f)) / side;
            var size = random.Range(.3f, .62f) / side;
            var turn = random.Range(0, 6.28f);
            var petal = random.Chance(.65f) ? fabric.Second : fabric.Third;
            for (var wrap = 0; wrap < 9; wrap++)
            {
                Flower(canvas, x + (wrap % 3) - 1, y + (wrap / 3) - 1, size, turn, petal, fabric);
            }
        }
    }

    private static void Flower(SKCanvas canvas, float x, float y, float size, float turn, SKColor petal, Fabric fabric)
    {
        if (x < -size * 2 || y < -size * 2 || x > 1 + (size * 2) || y > 1 + (size * 2))
        {
            return;
        }

        using var paint = new SKPaint { IsAntialias = true, Color = new SKColor(0x5C, 0x74, 0x54, 220) };
        for (var leaf = 0; leaf < 2; leaf++)
        {
            var angle = turn + (leaf * 2.4f);
            canvas.DrawOval(x + (MathF.Cos(angle) * size), y + (MathF.Sin(angle) * size), size * .5f, size * .2f, paint);
        }

        paint.Color = petal;
        for (var i = 0; i < 5; i++)
        {
            var angle = turn + (i * MathF.Tau / 5);
            canvas.DrawCircle(x + (MathF.Cos(angle) * size * .45f), y + (MathF.Sin(angle) * size * .45f), size * .33f, paint);
        }

        paint.Color = petal == fabric.Second ? fabric.Third : fabric.Base;
        canvas.DrawCircle(x, y, size * .22f, paint);
    }
}
