using System.Globalization;

namespace FashionRecs.Vision.Regions;

/// <summary>What belongs to a part.</summary>
/// <param name="Level">Part of the greatest product of map and attention, in (0, 1), above which a place belongs to it.</param>
/// <param name="Joined">Whether smaller components count too, such as a second sleeve, or only the largest.</param>
public sealed record PartLevel(double Level, bool Joined)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Level:R}:{(Joined ? "joined" : "largest")}");

    internal static PartLevel Parse(string level, string joined) =>
        joined is "joined" or "largest" && double.TryParse(level, NumberStyles.Float, CultureInfo.InvariantCulture, out var part)
            && part is > 0 and < 1
            ? new PartLevel(part, joined == "joined")
            : throw new FormatException($"'{level}:{joined}' does not say what belongs to a part.");
}
