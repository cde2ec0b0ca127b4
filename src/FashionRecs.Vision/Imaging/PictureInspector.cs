using FashionRecs.Domain.Projection;
using SkiaSharp;

namespace FashionRecs.Vision.Imaging;

/// <summary>Judges pictures by decoding them, at a reduced scale where pixels are looked at.</summary>
public sealed class PictureInspector : IPictureInspector
{
    /// <summary>Longest side that the ground is looked for on, in pixels.</summary>
    private const int Side = 96;

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

    /// <inheritdoc/>
    public (int Width, int Height) Inspect(ReadOnlyMemory<byte> encoded)
    {
        var size = PictureDecoder.ReadSize(encoded.Span);
        return PictureEnd.IsMissing(encoded.Span) ? throw new InvalidDataException("The picture is cut off before its end.") : size;
    }

    /// <inheritdoc/>
    public IReadOnlyList<float>? OnGarment(ReadOnlyMemory<byte> encoded, IReadOnlyList<PixelBox> regions)
    {
        using var decoded = PictureDecoder.Decode(encoded.Span, (Side, Side));
        var scale = (double)Side / Math.Max(decoded.Width, decoded.Height);
        int width = Math.Max(3, (int)Math.Round(decoded.Width * scale)), height = Math.Max(3, (int)Math.Round(decoded.Height * scale));
        using var small =
            decoded.Bitmap.Resize(new SKImageInfo(width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        var pixels = small.Pixels;
        SKColor[] border =
            [.. Enumerable.Range(0, pixels.Length)
            .Where(at => at % width == 0 || at % width == width - 1 || at < width || at >= pixels.Length - width).Select(at => pixels[at])];
        var ground =
            new SKColor(Median(border, colour => colour.Red), Median(border, colour => colour.Green),
            Median(border, colour => colour.Blue));
        if (border.Average(colour => Distance(colour, ground)) > Even)
        {
            return null;
        }

        var garment = Garment(pixels, width, ground);
        double[] contrast = [.. pixels.Where((_, at) => garment[at]).Select(colour => Distance(colour, ground)).Order()];
        // What is nearer to the ground than a pixel of ground may be is garment only since an edge closes it off, so that one is found
        // whole.
        return contrast.Length == 0 || contrast[contrast.Length / 2] is > Like and <= Differs ? null
            : [.. regions.Select(region => Part(region))];

        float Part(PixelBox region)
        {
            int left = Math.Clamp((int)(region.X * scale), 0, width - 1),
            right = Math.Clamp((int)Math.Ceiling((region.X + region.Width) * scale), left + 1, width);
            int top = Math.Clamp((int)(region.Y * scale), 0, height - 1),
            bottom = Math.Clamp((int)Math.Ceiling((region.Y + region.Height) * scale), top + 1, height);
            var on = 0;
            for (var y = top; y < bottom; y++)
            {
                for (var x = left; x < right; x++)
                {
                    on += garment[(y * width) + x] ? 1 : 0;
                }
            }

            return (float)on / ((right - left) * (bottom - top));
        }
    }

    /// <summary>
    /// What the ground does not reach from the picture's border: the inside of a garment belongs to it even where it has the colour of the
    /// ground.
    /// </summary>
    private static bool[] Garment(SKColor[] pixels, int width, SKColor ground)
    {
        var like = Array.ConvertAll(pixels, pixel => Distance(pixel, ground) <= Like);
        var (enclosed, waiting) = ((bool[])like.Clone(), new int[pixels.Length]);
        for (var at = 0; at < pixels.Length; at++)
        {
            if (enclosed[at] && (at % width == 0 || at % width == width - 1 || at < width || at >= pixels.Length - width))
            {
                FloodFill.Close(enclosed, width, at, waiting);
            }
        }

        return [.. like.Select((isLike, at) => !isLike || enclosed[at])];
    }

    private static byte Median(SKColor[] colours, Func<SKColor, byte> channel)
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
