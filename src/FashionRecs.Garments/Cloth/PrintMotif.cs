using FashionRecs.Garments.Randomness;
using SkiaSharp;

namespace FashionRecs.Garments.Cloth;

/// <summary>Draws one repeat of a print on a canvas that spans [0, 1] in both directions.</summary>
internal static class PrintMotif
{
    public static void Draw(SKCanvas canvas, Fabric fabric)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = fabric.Second };
        var random = new RandomStream(fabric.PrintSeed);
        switch (fabric.Print)
        {
            case ClothPrint.Stripe:
                canvas.DrawRect(0, 0, 1, random.Range(.22f, .5f), paint);
                break;
            case ClothPrint.Pinstripe:
                canvas.DrawRect(0, 0, random.Range(.08f, .16f), 1, paint);
                break;
            case ClothPrint.Check when fabric.PrintScale > 5:
                Tartan(canvas, fabric, paint);
                break;
            case ClothPrint.Check:
                paint.Color = fabric.Second.WithAlpha(128);
                canvas.DrawRect(0, 0, .5f, 1, paint);
                canvas.DrawRect(0, 0, 1, .5f, paint);
                break;
            case ClothPrint.Dot:
                var radius = random.Range(.1f, .19f);
                canvas.DrawCircle(.25f, .25f, radius, paint);
                canvas.DrawCircle(.75f, .75f, radius, paint);
                break;
            default:
                Flowers.Draw(canvas, fabric, random);
                break;
        }
    }

    // Broad bands, a pair of lines beside them, and a fine accent: what a tartan's sett is made of.
    private static void Tartan(SKCanvas canvas, Fabric fabric, SKPaint paint)
    {
        (float At, float Width, SKColor Colour)[] sett =
        [
            (.06f, .26f, fabric.Second.WithAlpha(112)), (.38f, .035f, fabric.Second.WithAlpha(120)),
            (.45f, .035f, fabric.Second.WithAlpha(120)),
            (.7f, .14f, fabric.Second.WithAlpha(70)), (.76f, .022f, fabric.Third.WithAlpha(150)),
        ];
        foreach (var (at, width, colour) in sett)
        {
            paint.Color = colour;
            canvas.DrawRect(at, 0, width, 1, paint);
            canvas.DrawRect(0, at, 1, width, paint);
        }
    }
}
