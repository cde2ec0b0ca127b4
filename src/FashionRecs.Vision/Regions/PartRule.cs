using System.Globalization;

namespace FashionRecs.Vision.Regions;

/// <summary>
/// How a part is cut out of a value's map and the learned attention; chosen per attribute by what localizes best on validation photographs.
/// </summary>
/// <param name="Power">Power in [0, 1] of the map, from 0 at its minimum to 1 at its maximum, before it is multiplied by the
/// attention.</param>
/// <param name="Box">How the region around the part is cut out.</param>
/// <param name="Outline">How the part itself is.</param>
public sealed record PartRule(double Power, PartLevel Box, PartLevel Outline)
{
    /// <summary>Before anything was chosen.</summary>
    public static PartRule Default { get; } = new(0.25, new PartLevel(0.5, Joined: true), new PartLevel(0.35, Joined: true));

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Power:R}:{Box}:{Outline}");

    /// <summary>Parses the text that <see cref="ToString"/> gives, for example "0.25:0.5:joined:0.35:largest".</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static PartRule Parse(string text) =>
        text.Split(':') is [var power, var box, var boxes, var outline, var outlines]
        && double.TryParse(power, NumberStyles.Float, CultureInfo.InvariantCulture, out var exponent) && exponent is >= 0 and <= 1
            ? new PartRule(exponent, PartLevel.Parse(box, boxes), PartLevel.Parse(outline, outlines))
            : throw new FormatException($"'{text}' is not a rule for parts.");
}
