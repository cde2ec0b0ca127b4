namespace FashionRecs.Recommenders.Pictures.Aesthetics;

/// <summary>
/// Sectors of the colour wheel whose hues go well together, at any rotation (Matsuda's templates as in Cohen-Or, Sorkine, Gal, Leyvand, Xu:
/// Color harmonization, SIGGRAPH 2006).
/// </summary>
/// <param name="Sectors">Middle and width of each sector, in degrees.</param>
internal sealed record HueTemplate(params (double Middle, double Width)[] Sectors)
{
    /// <summary>Hues are counted in so many bins around the wheel.</summary>
    public const int Bins = 36;

    /// <summary>The seven templates with hues: i, V, L, I, T, Y and X.</summary>
    public static IReadOnlyList<HueTemplate> All { get; } =
    [
        new((0, 18)),
        new((0, 93.6)),
        new((0, 18), (90, 79.2)),
        new((0, 18), (180, 18)),
        new((0, 180)),
        new((0, 93.6), (180, 18)),
        new((0, 93.6), (180, 93.6)),
    ];

    /// <summary>
    /// How far hues lie outside the template in its best rotation: the mean distance to the nearest sector over half the wheel; 0 (all
    /// inside, or no hue at all) to 1.
    /// </summary>
    /// <param name="hues">Weight of each bin, at least 0; (bins).</param>
    public double Distance(ReadOnlySpan<double> hues)
    {
        var total = 0.0;
        foreach (var weight in hues)
        {
            total += weight;
        }

        var best = total > 0 ? double.PositiveInfinity : 0;
        for (var turn = 0; turn < Bins && total > 0; turn++)
        {
            var sum = 0.0;
            for (var bin = 0; bin < Bins; bin++)
            {
                sum += hues[bin] == 0 ? 0 : hues[bin] * Outside((bin - turn) * 360.0 / Bins);
            }

            best = Math.Min(best, sum / total / 180);
        }

        return best;
    }

    /// <summary>Degrees from a hue to the nearest sector; 0 inside.</summary>
    private double Outside(double hue) => Sectors.Min(sector =>
        Math.Max(0, Math.Abs(Math.IEEERemainder(hue - sector.Middle, 360)) - (sector.Width / 2)));
}
