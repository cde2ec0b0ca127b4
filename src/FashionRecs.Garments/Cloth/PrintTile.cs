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

        var side = Math.Clamp((int)MathF.Ceiling(fabric.PrintScale * pixelsPerCentimetre * 1.3f), 4, 256);
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

        // Bilinear: nearest colours would tear lines into steps where folds move the print.
        var (fx, fy) = (x * perCentimetre, y * perCentimetre);
        var (left, top) = (MathF.Floor(fx), MathF.Floor(fy));
        var (column, row) = (Wrap((int)left), Wrap((int)top));
        var (nextColumn, nextRow) = (column + 1 == side ? 0 : column + 1, row + 1 == side ? 0 : row + 1);
        return Mix(
            Mix(colours[(row * side) + column], colours[(row * side) + nextColumn], fx - left),
            Mix(colours[(nextRow * side) + column], colours[(nextRow * side) + nextColumn], fx - left), fy - top);
    }

    private int Wrap(int place)
    {
        var rest = place % side;
        return rest < 0 ? rest + side : rest;
    }

    private static SKColor Mix(SKColor a, SKColor b, float share) => new(
        (byte)(a.Red + ((b.Red - a.Red) * share)), (byte)(a.Green + ((b.Green - a.Green) * share)), (byte)(a.Blue + ((b.Blue - a.Blue) * share)));

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
                canvas.DrawRect(0, 0, random.Range(.1f, .2f), 1, paint);
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
