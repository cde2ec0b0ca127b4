using FashionRecs.Vision.Imaging;
using SkiaSharp;

namespace FashionRecs.Training.Faithfulness;

/// <summary>Hides parts of a network input under the picture's mean colour, or under the picture blurred beyond recognition.</summary>
public sealed class Occlusion
{
    /// <summary>Three passes of a box of this part of the width come close to a Gaussian that leaves colours and no shapes.</summary>
    private const double BlurReach = 0.1;

    private readonly InputSize size;

    /// <summary>Prepares the covers of one input.</summary>
    /// <param name="pixels">Normalised pixels (H, W, 3).</param>
    /// <param name="size">Size of the input.</param>
    /// <param name="covered">Part of the input that the picture covers; its mean colour is taken.</param>
    public Occlusion(float[] pixels, InputSize size, SKRect covered)
    {
        (this.size, Pixels) = (size, pixels);
        Mean = Flat(pixels, size, covered);
        Blurred = Blur(pixels, size);
    }

    /// <summary>The input itself.</summary>
    public float[] Pixels { get; }

    /// <summary>An input that is the picture's mean colour everywhere.</summary>
    public float[] Mean { get; }

    /// <summary>The blurred input.</summary>
    public float[] Blurred { get; }

    /// <summary>The input with a rectangle taken from a cover.</summary>
    public float[] Hide(SKRect box, float[] cover)
    {
        var hidden = (float[])Pixels.Clone();
        int left = Clamp(box.Left, size.Width), right = Clamp(box.Right, size.Width);
        for (var row = Clamp(box.Top, size.Height); row < Clamp(box.Bottom, size.Height); row++)
        {
            var start = ((row * size.Width) + left) * 3;
            Array.Copy(cover, start, hidden, start, (right - left) * 3);
        }

        return hidden;
    }

    private static int Clamp(float side, int end) => Math.Clamp((int)MathF.Round(side), 0, end);

    private static float[] Flat(float[] pixels, InputSize size, SKRect covered)
    {
        var sums = new double[3];
        var count = 0;
        for (var i = 0; i < size.Height * size.Width; i++)
        {
            if (covered.Contains((i % size.Width) + 0.5f, (i / size.Width) + 0.5f))
            {
                count++;
                for (var channel = 0; channel < 3; channel++)
                {
                    sums[channel] += pixels[(i * 3) + channel];
                }
            }
        }

        var flat = new float[pixels.Length];
        for (var i = 0; i < flat.Length; i++)
        {
            flat[i] = (float)(sums[i % 3] / Math.Max(1, count));
        }

        return flat;
    }

    private static float[] Blur(float[] pixels, InputSize size)
    {
        var reach = Math.Max(1, (int)(size.Width * BlurReach));
        var blurred = (float[])pixels.Clone();
        for (var pass = 0; pass < 3; pass++)
        {
            blurred = Smooth(blurred, size.Height, size.Width, size.Width * 3, 3, reach);
            blurred = Smooth(blurred, size.Width, size.Height, 3, size.Width * 3, reach);
        }

        return blurred;
    }

    /// <summary>
    /// Means along one direction: <paramref name="lines"/> lines a step of <paramref name="lineStep"/> numbers apart, places
    /// <paramref name="step"/> apart.
    /// </summary>
    private static float[] Smooth(float[] source, int lines, int length, int lineStep, int step, int reach)
    {
        var target = new float[source.Length];
        for (var line = 0; line < lines; line++)
        {
            for (var channel = 0; channel < 3; channel++)
            {
                var start = (line * lineStep) + channel;
                var sum = 0.0;
                for (var i = -reach; i <= reach; i++)
                {
                    sum += source[start + (Math.Clamp(i, 0, length - 1) * step)];
                }

                for (var i = 0; i < length; i++)
                {
                    target[start + (i * step)] = (float)(sum / ((2 * reach) + 1));
                    sum += source[start + (Math.Min(i + reach + 1, length - 1) * step)] - source[start + (Math.Max(i - reach, 0) * step)];
                }
            }
        }

        return target;
    }
}
