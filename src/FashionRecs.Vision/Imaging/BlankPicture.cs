using ImageMagick;

namespace FashionRecs.Vision.Imaging;

/// <summary>Tells a picture of nothing: all of nearly one colour.</summary>
internal static class BlankPicture
{
    /// <summary>Points along each side that are looked at.</summary>
    private const uint Points = 96;

    /// <summary>
    /// A point differs where a channel is more than this far from the picture's colour, in steps of 0 to 255: more than the noise of a
    /// JPEG.
    /// </summary>
    private const int Like = 8;

    /// <summary>The largest part of differing points in a blank picture: a white garment on white has more shadow than this.</summary>
    private const double MostDiffering = 0.002;

    /// <summary>Whether a picture is blank. Changes it.</summary>
    public static bool Is(MagickImage image)
    {
        image.BackgroundColor = MagickColors.White;
        image.Alpha(AlphaAction.Remove);
        image.Sample(new MagickGeometry(Points, Points) { IgnoreAspectRatio = true });
        image.ColorSpace = ColorSpace.sRGB;
        using var pixels = image.GetPixelsUnsafe();
        return Is(pixels.ToByteArray(PixelMapping.RGB)!);
    }

    /// <summary>Whether the picture in a network's input is blank.</summary>
    /// <param name="input">Normalised numbers (H, W, 3).</param>
    /// <param name="size">Size of the input.</param>
    /// <param name="letterbox">Where the picture lies in it.</param>
    public static bool Is(ReadOnlySpan<float> input, InputSize size, Letterbox letterbox)
    {
        // A point at the picture's border is mixed with the padding.
        var (left, top) = (letterbox.Covered.Left + 1, letterbox.Covered.Top + 1);
        var (right, bottom) = (Math.Min(size.Width, letterbox.Covered.Right - 1), Math.Min(size.Height, letterbox.Covered.Bottom - 1));
        var colours = new List<byte>();
        for (var y = (int)Math.Ceiling(top); y < bottom; y += 2)
        {
            for (var x = (int)Math.Ceiling(left); x < right; x += 2)
            {
                for (var channel = 0; channel < 3; channel++)
                {
                    colours.Add(PixelNormalization.ToByte(channel, input[(((y * size.Width) + x) * 3) + channel]));
                }
            }
        }

        return Is([.. colours]);
    }

    /// <summary>Whether the points of a picture are all of nearly one colour.</summary>
    /// <param name="colours">Red, green and blue of each point.</param>
    private static bool Is(byte[] colours)
    {
        var middle = new int[3];
        for (var channel = 0; channel < 3; channel++)
        {
            middle[channel] = Median(colours, channel);
        }

        var (differing, count) = (0, colours.Length / 3);
        for (var at = 0; at < colours.Length; at += 3)
        {
            differing += Math.Abs(colours[at] - middle[0]) > Like || Math.Abs(colours[at + 1] - middle[1]) > Like
                || Math.Abs(colours[at + 2] - middle[2]) > Like ? 1 : 0;
        }

        return differing <= MostDiffering * count;
    }

    private static int Median(byte[] colours, int channel)
    {
        var counts = new int[256];
        for (var at = channel; at < colours.Length; at += 3)
        {
            counts[colours[at]]++;
        }

        var (value, below) = (0, counts[0]);
        while (2 * below < colours.Length / 3)
        {
            below += counts[++value];
        }

        return value;
    }
}
