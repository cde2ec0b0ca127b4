namespace FashionRecs.Recommenders.Pictures.Aesthetics;

/// <summary>
/// How a picture looks, in numbers computed from its pixels; no network is asked. Colour: distances to the seven templates of harmony (<see
/// cref="HueTemplate"/>), colourfulness (Hasler, Süsstrunk: Measuring colourfulness in natural images, 2003), mean saturation and value.
/// Contrast: spread of luminance over all and between its 5th and 95th percentile. Texture: mean change of luminance over 1, 2 and 4 pixels
/// and how evenly its directions are spread. Composition: filled share, middle, likeness of left and right, and distance of the middle from
/// the nearest crossing of thirds (Datta, Joshi, Li, Wang: Studying aesthetics in photographic images, ECCV 2006).
/// </summary>
public static class AestheticFeatures
{
    /// <summary>Numbers per picture.</summary>
    public const int Size = 21;

    private const int Directions = 8;

    /// <summary>A pixel belongs to the garment if it is this far from the colour of the picture's edge; of 0 to 1.</summary>
    private const double Ground = 0.1;

    /// <summary>The numbers of one picture, each finite and about 0 to 1.</summary>
    /// <param name="pixels">Red, green and blue of every pixel, row by row; (height, width, 3).</param>
    /// <param name="width">At least 8, as is the height.</param>
    /// <exception cref="ArgumentException">The pixels do not fill rows, or are fewer than 8 × 8.</exception>
    public static float[] Of(ReadOnlySpan<byte> pixels, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 8);
        if (pixels.Length % (3 * width) != 0 || pixels.Length < 3 * width * 8)
        {
            throw new ArgumentException("The pixels must fill at least eight rows.", nameof(pixels));
        }

        var grey = new double[pixels.Length / 3];
        var garment = new bool[grey.Length];
        var edge = Edge(pixels, width);
        var hues = new double[HueTemplate.Bins];
        double saturation = 0, value = 0, count = 0;
        var (redGreen, yellowBlue) = (new Spread(), new Spread());
        for (var place = 0; place < grey.Length; place++)
        {
            var (r, g, b) = (pixels[3 * place] / 255.0, pixels[(3 * place) + 1] / 255.0, pixels[(3 * place) + 2] / 255.0);
            grey[place] = (0.299 * r) + (0.587 * g) + (0.114 * b);
            garment[place] = Math.Abs(r - edge.R) + Math.Abs(g - edge.G) + Math.Abs(b - edge.B) > 3 * Ground;
            if (!garment[place])
            {
                continue;
            }

            var most = Math.Max(r, Math.Max(g, b));
            var chroma = most - Math.Min(r, Math.Min(g, b));
            saturation += most > 0 ? chroma / most : 0;
            value += most;
            count++;
            redGreen.Add(r - g);
            yellowBlue.Add(((r + g) / 2) - b);
            if (chroma > 0.05)
            {
                hues[(int)(Hue(r, g, b, most, chroma) * HueTemplate.Bins / 6) % HueTemplate.Bins] += chroma;
            }
        }

        var colourful = Math.Sqrt(redGreen.Variance + yellowBlue.Variance)
            + (0.3 * Math.Sqrt((redGreen.Mean * redGreen.Mean) + (yellowBlue.Mean * yellowBlue.Mean)));
        count = Math.Max(1, count);
        double[] numbers =
        [
            .. HueTemplate.All.Select(template => template.Distance(hues)), colourful, saturation / count, value / count,
            .. Contrast(grey, garment), .. Texture(grey, garment, width), .. Composition(grey, garment, width),
        ];
        return Array.ConvertAll(numbers, number => (float)number);
    }

    private static (double R, double G, double B) Edge(ReadOnlySpan<byte> pixels, int width)
    {
        double r = 0, g = 0, b = 0, count = 0;
        var height = pixels.Length / 3 / width;
        for (var place = 0; place < width * height; place++)
        {
            if (place % width == 0 || place % width == width - 1 || place < width || place >= width * (height - 1))
            {
                (r, g, b, count) = (r + pixels[3 * place], g + pixels[(3 * place) + 1], b + pixels[(3 * place) + 2], count + 255);
            }
        }

        return (r / count, g / count, b / count);
    }

    /// <summary>0 to below 6, a sixth of the wheel each.</summary>
    private static double Hue(double r, double g, double b, double most, double chroma) =>
        most == r ? (((g - b) / chroma) + 6) % 6 : most == g ? ((b - r) / chroma) + 2 : ((r - g) / chroma) + 4;

    private static double[] Contrast(double[] grey, bool[] garment)
    {
        var spread = new Spread();
        double[] shown = [.. grey.Where((_, place) => garment[place]).Order()];
        Array.ForEach(shown, spread.Add);
        return
        [
            Math.Sqrt(spread.Variance),
            shown.Length == 0 ? 0 : shown[(int)(0.95 * (shown.Length - 1))] - shown[(int)(0.05 * shown.Length)],
        ];
    }

    private static double[] Texture(double[] grey, bool[] garment, int width)
    {
        var directions = new double[Directions];
        var result = new double[4];
        foreach (var (step, index) in new[] { 1, 2, 4 }.Select((step, index) => (step, index)))
        {
            double change = 0, count = 0;
            for (var place = 0; place + (step * width) < grey.Length; place++)
            {
                if (place % width + step < width && garment[place] && garment[place + step] && garment[place + (step * width)])
                {
                    var (across, down) = (grey[place + step] - grey[place], grey[place + (step * width)] - grey[place]);
                    var size = Math.Sqrt((across * across) + (down * down));
                    (change, count) = (change + size, count + 1);
                    var angle = (Math.Atan2(down, across) + Math.PI) / Math.PI % 1; // of a line, not of an arrow
                    directions[(int)(angle * Directions) % Directions] += step == 1 ? size : 0;
                }
            }

            result[index] = change / Math.Max(1, count);
        }

        var total = directions.Sum();
        result[3] = total == 0 ? 1 : -directions.Where(size => size > 0).Sum(size => size / total * Math.Log(size / total, Directions));
        return result;
    }

    private static double[] Composition(double[] grey, bool[] garment, int width)
    {
        var height = grey.Length / width;
        double x = 0, y = 0, count = 0, unlike = 0;
        for (var place = 0; place < grey.Length; place++)
        {
            var mirrored = place - (place % width) + width - 1 - (place % width);
            unlike += Math.Abs(grey[place] - grey[mirrored]);
            (x, y, count) = garment[place] ? (x + (place % width), y + (place / width), count + 1) : (x, y, count);
        }

        var (across, down) = count == 0 ? (0.5, 0.5) : ((x / count + 0.5) / width, (y / count + 0.5) / height);
        var thirds = Math.Sqrt(Math.Pow(Math.Abs(across - 0.5) - (1 / 6.0), 2) + Math.Pow(Math.Abs(down - 0.5) - (1 / 6.0), 2));
        return [count / grey.Length, across, down, 1 - (unlike / grey.Length), thirds];
    }

    /// <summary>Mean and variance of numbers that come one by one.</summary>
    private sealed class Spread
    {
        private double count;
        private double sum;
        private double squares;

        public double Mean => count == 0 ? 0 : sum / count;

        public double Variance => count == 0 ? 0 : Math.Max(0, (squares / count) - (Mean * Mean));

        public void Add(double number) => (count, sum, squares) = (count + 1, sum + number, squares + (number * number));
    }
}
