using System.Globalization;

namespace FashionRecs.Vision.Regions;

/// <summary>How a part is cut out of a value's map and the learned attention; chosen per attribute by what localizes best on validation photographs.</summary>
/// <param name="Power">Power in [0, 1] of the map, whose maximum is 1, before it is multiplied by the attention.</param>
/// <param name="BoxLevel">Part of the greatest product, in (0, 1), above which a place belongs to the region around the part.</param>
/// <param name="OutlineLevel">The same for the part itself.</param>
/// <param name="Joined">Whether smaller components count too, such as a second sleeve, or only the largest.</param>
public sealed record PartRule(double Power, double BoxLevel, double OutlineLevel, bool Joined)
{
    /// <summary>Before anything was chosen.</summary>
    public static PartRule Default { get; } = new(0.25, 0.4, 0.4, Joined: true);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Power:R}:{BoxLevel:R}:{OutlineLevel:R}:{(Joined ? "joined" : "largest")}");

    /// <summary>Parses the text that <see cref="ToString"/> gives, for example "0.25:0.4:0.35:joined".</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static PartRule Parse(string text) =>
        text.Split(':') is [var power, var box, var outline, "joined" or "largest"]
        && TryRead(power, out var exponent) && exponent is >= 0 and <= 1 && TryRead(box, out var around) && TryRead(outline, out var part)
        && around is > 0 and < 1 && part is > 0 and < 1
            ? new PartRule(exponent, around, part, text.EndsWith("joined", StringComparison.Ordinal))
            : throw new FormatException($"'{text}' is not a rule for parts.");

    private static bool TryRead(string text, out double number) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
