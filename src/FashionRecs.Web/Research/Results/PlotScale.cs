using System.Globalization;

namespace FashionRecs.Web.Research.Results;

/// <summary>Maps numbers to the pixels of a plot, with zero always in sight and round ticks.</summary>
public sealed class PlotScale
{
    private readonly double low;
    private readonly double high;
    private readonly double start;
    private readonly double length;

    /// <param name="values">Everything that must be in sight; numbers that are not finite are left out.</param>
    /// <param name="start">Pixel of the smallest number.</param>
    /// <param name="length">Pixels to the largest; negative for an axis that goes up.</param>
    public PlotScale(IEnumerable<double> values, double start, double length)
    {
        double[] finite = [.. values.Where(double.IsFinite), 0];
        var (least, most) = (finite.Min(), finite.Max());
        var step = Step(most > least ? most - least : 1);
        (low, high, this.start, this.length) = (Math.Floor(least / step) * step, Math.Ceiling(most / step) * step, start, length);
        if (high == low)
        {
            (low, high) = (-step, step);
        }

        Ticks = [.. Enumerable.Range(0, (int)Math.Round((high - low) / step) + 1).Select(tick => Math.Round(low + (tick * step), 12))];
    }

    /// <summary>Round numbers from end to end; zero is one of them.</summary>
    public IReadOnlyList<double> Ticks { get; }

    /// <summary>Pixel of a number; those outside stand at the edge.</summary>
    public double At(double value) => start + (length * (Math.Clamp(value, low, high) - low) / (high - low));

    /// <summary>A pixel for an SVG attribute.</summary>
    public static string Pixel(double at) => at.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>1, 2 or 5 times a power of ten that parts the range into at most five, so that the names of ticks do not meet.</summary>
    private static double Step(double range)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(range / 4)));
        return new[] { 1, 2, 5, 10 }.Select(factor => factor * unit).First(step => range / step <= 5);
    }

    /// <summary>Heights of names, in pixels from the top, moved down as far as it takes for none to cover another.</summary>
    /// <param name="heights">Where they belong, in any order.</param>
    /// <param name="least">Pixels between two at least.</param>
    public static IReadOnlyList<double> Apart(IReadOnlyList<double> heights, double least)
    {
        var moved = heights.ToArray();
        var above = double.NegativeInfinity;
        foreach (var name in Enumerable.Range(0, moved.Length).OrderBy(name => heights[name]))
        {
            above = moved[name] = Math.Max(moved[name], above + least);
        }

        return moved;
    }
}
