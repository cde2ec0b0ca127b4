using SkiaSharp;

namespace FashionRecs.Garments.Cloth;

/// <summary>One repeat of a print as colours, sampled with wrap-around; drawn at the picture's scale so that it does not flicker.</summary>
internal sealed class PrintTile
{
    private readonly uint[] colours;
    private readonly int side;
    private readonly float perCentimetre;

    private PrintTile(uint[] colours, int side, float perCentimetre) =>
        (this.colours, this.side, this.perCentimetre) = (colours, side, perCentimetre);

    /// <summary>Draws the repeat of a cloth.</summary>
    public static PrintTile Draw(Fabric fabric, float pixelsPerCentimetre)
    {
        if (fabric.Print is ClothPrint.Solid or ClothPrint.Melange)
        {
            return new PrintTile([(uint)fabric.Base], 1, 1);
        }

        var side = Math.Clamp((int)MathF.Ceiling(fabric.PrintScale * pixelsPerCentimetre * 1.3f), 4, 256);
        using var bitmap = new SKBitmap(side, side, SKColorType.Bgra8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(fabric.Base);
        canvas.Scale(side);
        PrintMotif.Draw(canvas, fabric);
        canvas.Flush();
        return new PrintTile([.. bitmap.Pixels.Select(colour => (uint)colour)], side, side / fabric.PrintScale);
    }

    /// <summary>The colour (0xAARRGGBB) at a place of the cloth, in centimetres.</summary>
    public uint At(float x, float y)
    {
        if (side == 1)
        {
            return colours[0];
        }

        // Bilinear: nearest colours would tear lines into steps where folds move the print.
        var (fx, fy) = (x * perCentimetre, y * perCentimetre);
        var (left, top) = (MathF.Floor(fx), MathF.Floor(fy));
        var (column, row) = (Wrap((int)left), Wrap((int)top));
        var (nextColumn, nextRow) = (column + 1 == side ? 0 : column + 1, (row + 1 == side ? 0 : row + 1) * side);
        row *= side;
        var across = (uint)((fx - left) * 256);
        return Mix(Mix(colours[row + column], colours[row + nextColumn], across),
            Mix(colours[nextRow + column], colours[nextRow + nextColumn], across), (uint)((fy - top) * 256));
    }

    private int Wrap(int place)
    {
        var rest = place % side;
        return rest < 0 ? rest + side : rest;
    }

    // Two channels at once; share in 256ths.
    private static uint Mix(uint a, uint b, uint share)
    {
        var rest = 256 - share;
        var outer = ((((a >> 8) & 0xFF00FF) * rest) + (((b >> 8) & 0xFF00FF) * share)) & 0xFF00FF00;
        var inner = ((((a & 0xFF00FF) * rest) + ((b & 0xFF00FF) * share)) >> 8) & 0xFF00FF;
        return outer | inner;
    }
}
