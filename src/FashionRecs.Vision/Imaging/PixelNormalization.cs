using SkiaSharp;

namespace FashionRecs.Vision.Imaging;

/// <summary>Turns RGBA bytes into the network's numbers: RGB in [0, 1], minus the mean, over the deviation of ImageNet.</summary>
public static class PixelNormalization
{
    private static readonly float[] Means = [0.485f, 0.456f, 0.406f];
    private static readonly float[] Deviations = [0.229f, 0.224f, 0.225f];
    private static readonly float[][] Tables = [.. Enumerable.Range(0, 3).Select(channel => Table(Means[channel], Deviations[channel]))];

    /// <summary>Mean of red, green and blue over ImageNet's pictures, in [0, 1].</summary>
    public static IReadOnlyList<float> Mean => Means;

    /// <summary>Deviation of red, green and blue over ImageNet's pictures.</summary>
    public static IReadOnlyList<float> Deviation => Deviations;

    /// <summary>The normalised value of a byte (0 to 255) in a channel (0 red, 1 green, 2 blue).</summary>
    public static float Normalize(int channel, byte value) => Tables[channel][value];

    /// <summary>The byte that a normalised value came from.</summary>
    public static byte ToByte(int channel, float normalized) =>
        (byte)Math.Clamp(MathF.Round(((normalized * Deviations[channel]) + Means[channel]) * 255), 0, 255);

    /// <summary>Writes a bitmap's pixels, row by row with the channels of a pixel together: (H, W, 3).</summary>
    /// <param name="bitmap">RGBA, 8 bits a channel.</param>
    /// <param name="destination">H·W·3 numbers.</param>
    public static void Write(SKBitmap bitmap, Span<float> destination)
    {
        var pixels = bitmap.GetPixelSpan();
        float[] red = Tables[0], green = Tables[1], blue = Tables[2];
        for (int i = 0, at = 0; i < pixels.Length; i += 4, at += 3)
        {
            destination[at] = red[pixels[i]];
            destination[at + 1] = green[pixels[i + 1]];
            destination[at + 2] = blue[pixels[i + 2]];
        }
    }

    /// <summary>Turns normalised numbers (3, H, W) back into red, green and blue in [0, 1], in place.</summary>
    public static void ToColours(Span<float> normalized)
    {
        var plane = normalized.Length / 3;
        for (var i = 0; i < normalized.Length; i++)
        {
            normalized[i] = (normalized[i] * Deviations[i / plane]) + Means[i / plane];
        }
    }

    private static float[] Table(float mean, float deviation) =>
        [.. Enumerable.Range(0, 256).Select(value => ((value / 255f) - mean) / deviation)];
}
