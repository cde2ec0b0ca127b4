using FashionRecs.Vision.Imaging;
using SkiaSharp;

namespace FashionRecs.Vision.Regions;

/// <summary>
/// What of a network input is garment, where the picture's ground is even enough to tell; at the input's resolution. Immutable.
/// </summary>
public sealed class GarmentMask
{
    private readonly bool[] garment;
    private readonly SKRectI covered;

    private GarmentMask(bool[] garment, SKRectI covered) => (this.garment, this.covered) = (garment, covered);

    /// <summary>Finds the garment in an input.</summary>
    /// <param name="pixels">Normalised numbers (H, W, 3).</param>
    /// <param name="input">H and W.</param>
    /// <param name="letterbox">Where the picture lies in the input.</param>
    /// <returns>Null where the ground is uneven or hardly differs from the garment.</returns>
    public static GarmentMask? TryFind(ReadOnlySpan<float> pixels, InputSize input, Letterbox letterbox)
    {
        // The outermost row of pixels is mixed with the padding.
        var (left, top) = ((int)Math.Ceiling(letterbox.Covered.Left) + 1, (int)Math.Ceiling(letterbox.Covered.Top) + 1);
        var (right, bottom) = (Math.Min(input.Width, (int)letterbox.Covered.Right) - 1,
            Math.Min(input.Height, (int)letterbox.Covered.Bottom) - 1);
        var covered = new SKRectI(left, top, right, bottom);
        if (covered.Width < 8 || covered.Height < 8)
        {
            return null;
        }

        var colours = new SKColor[covered.Width * covered.Height];
        for (var at = 0; at < colours.Length; at++)
        {
            var from = (((top + (at / covered.Width)) * input.Width) + left + (at % covered.Width)) * 3;
            colours[at] = new SKColor(PixelNormalization.ToByte(0, pixels[from]), PixelNormalization.ToByte(1, pixels[from + 1]),
                PixelNormalization.ToByte(2, pixels[from + 2]));
        }

        return Ground.TryFindGarment(colours, covered.Width) is { } found ? new GarmentMask(found, covered) : null;
    }

    /// <summary>The part in [0, 1] of a square that is garment; what lies outside the picture is none.</summary>
    /// <param name="x">Middle of the square, in input pixels.</param>
    /// <param name="y">Middle of the square, in input pixels.</param>
    /// <param name="reach">Half a side, in whole pixels.</param>
    public float Share(double x, double y, int reach)
    {
        int column = (int)x - covered.Left, row = (int)y - covered.Top, hits = 0;
        for (var dy = -reach; dy <= reach; dy++)
        {
            for (var dx = -reach; dx <= reach; dx++)
            {
                int atRow = Math.Clamp(row + dy, 0, covered.Height - 1), atColumn = Math.Clamp(column + dx, 0, covered.Width - 1);
                hits += garment[(atRow * covered.Width) + atColumn] ? 1 : 0;
            }
        }

        var side = (2 * reach) + 1;
        return hits / (float)(side * side);
    }
}
