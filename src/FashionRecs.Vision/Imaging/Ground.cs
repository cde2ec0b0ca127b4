using SkiaSharp;

namespace FashionRecs.Vision.Imaging;

/// <summary>
/// Tells a garment from an even ground: what the ground's colour does not reach from the picture's border. The inside of a garment belongs
/// to it even where it has the colour of the ground.
/// </summary>
internal static class Ground
{
    /// <summary>Largest mean distance of border pixels from their median that still is an even ground, in steps of 0 to 255.</summary>
    private const double Even = 14;

    /// <summary>
    /// A pixel at most this far from the ground, in root mean square of the channels, may be ground: more than the noise of a JPEG, less
    /// than the edge of a white garment.
    /// </summary>
    private const double Like = 8;

    /// <summary>
    /// A garment whose middle pixel is no farther from the ground than this cannot be told from it: part of it is taken for ground.
    /// </summary>
    private const double Differs = 16;

    /// <summary>Finds the garment's pixels; null where the picture has no even ground, or the garment hardly differs from it.</summary>
    /// <param name="pixels">Row by row.</param>
    /// <param name="width">Pixels in a row.</param>
    public static bool[]? TryFindGarment(ReadOnlySpan<SKColor> pixels, int width)
    {
        var border = new List<SKColor>(2 * (width + (pixels.Length / width)));
        for (var at = 0; at < pixels.Length; at++)
        {
            if (IsBorder(at, width, pixels.Length))
            {
                border.Add(pixels[at]);
            }
        }

        var ground = new SKColor(Median(border, colour => colour.Red), Median(border, colour => colour.Green),
            Median(border, colour => colour.Blue));
        if (border.Average(colour => Distance(colour, ground)) > Even)
        {
            return null;
        }

        var distances = new double[pixels.Length];
        var enclosed = new bool[pixels.Length];
        for (var at = 0; at < pixels.Length; at++)
        {
            distances[at] = Distance(pixels[at], ground);
            enclosed[at] = distances[at] <= Like;
        }

        var garment = Garment(enclosed, width, distances);
        double[] contrast = [.. distances.Where((_, at) => garment[at]).Order()];
        // What is nearer to the ground than a pixel of ground may be is garment only since an edge closes it off, so that one is found
        // whole.
        return contrast.Length == 0 || contrast[contrast.Length / 2] is > Like and <= Differs ? null : garment;
    }

    private static bool[] Garment(bool[] enclosed, int width, double[] distances)
    {
        var waiting = new int[enclosed.Length];
        for (var at = 0; at < enclosed.Length; at++)
        {
            if (enclosed[at] && IsBorder(at, width, enclosed.Length))
            {
                FloodFill.Close(enclosed, width, at, waiting);
            }
        }

        return [.. distances.Select((distance, at) => distance > Like || enclosed[at])];
    }

    private static bool IsBorder(int at, int width, int length) =>
        at % width == 0 || at % width == width - 1 || at < width || at >= length - width;

    private static byte Median(List<SKColor> colours, Func<SKColor, byte> channel)
    {
        byte[] sorted = [.. colours.Select(channel).Order()];
        return sorted[sorted.Length / 2];
    }

    private static double Distance(SKColor one, SKColor other)
    {
        int red = one.Red - other.Red, green = one.Green - other.Green, blue = one.Blue - other.Blue;
        return Math.Sqrt(((red * red) + (green * green) + (blue * blue)) / 3.0);
    }
}
