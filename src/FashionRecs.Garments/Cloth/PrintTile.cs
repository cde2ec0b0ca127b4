using FashionRecs.Garments.Randomness;
using SkiaSharp;

namespace FashionRecs.Garments.Cloth;

/// <summary>One repeat of a print as colours, sampled with wrap-around; drawn at the picture's scale so that it does not flicker.</summary>
internal sealed class PrintTile
{
    private readonly SKColor[] colours;
    private readonly int side;
    private readonly float perCentimetre;

    private PrintTile(SKColor[] colours, int side, float perCentimetre) => (this.colours, this.side, this.perCentimetre) = (colours, side, perCentimetre);

    public static PrintTile Draw(Fabric fabric, float pixelsPerCentimetre)
    {
        if (fabric.Print is ClothPrint.Solid or ClothPrint.Melange)
        {
            return new PrintTile([fabric.Base], 1, 1);
        }

        var side = Math.Clamp((int)MathF.Ceiling(fabric.PrintScale * pixelsPerCentimetre), 4, 256);
        using var bitmap = new SKBitmap(side, side, SKColorType.Bgra8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(fabric.Base);
        canvas.Scale(side);
        Print(canvas, fabric);
        canvas.Flush();
        return new PrintTile(bitmap.Pixels, side, side / fabric.PrintScale);
    }

    /// <summary>The colour at a place of the cloth, in centimetres.</summary>
    public SKColor At(float x, float y)
    {
        if (side == 1)
        {
            return colours[0];
        }

        var (column, row) = ((int)MathF.Floor(x * perCentimetre) % side, (int)MathF.Floor(y * perCentimetre) % side);
        return colours[((row < 0 ? row + side : row) * side) + (column < 0 ? column + side : column)];
    }

    // The canvas spans [0, 1] in both directions.
    private static void Print(SKCanvas canvas, Fabric fabric)
    {
        using var paint = new SKPaint { IsAntialias = true, Color = fabric.Second };
        var random = new RandomStream(fabric.PrintSeed);
        switch (fabric.Print)
        {
            case ClothPrint.Stripe:
                var share = random.Range(.25f, .5f);
                canvas.DrawRect(0, 0, 1, share, paint);
                break;
            case ClothPrint.Pinstripe:
                canvas.DrawRect(0, 0, random.Range(.07f, .16f), 1, paint);
                break;
            case ClothPrint.Check:
                paint.Color = fabric.Second.WithAlpha(128);
                canvas.DrawRect(0, 0, .5f, 1, paint);
                canvas.DrawRect(0, 0, 1, .5f, paint);
                paint.Color = fabric.Third.WithAlpha((byte)(fabric.PrintScale > 5 ? 150 : 0));
                canvas.DrawRect(.72f, 0, .05f, 1, paint);
                canvas.DrawRect(0, .72f, 1, .05f, paint);
                break;
            case ClothPrint.Dot:
                var radius = random.Range(.11f, .2f);
                canvas.DrawCircle(.25f, .25f, radius, paint);
                canvas.DrawCircle(.75f, .75f, radius, paint);
                break;
            default:
                Flowers.Draw(canvas, fabric, random);
                break;
        }
    }
}
