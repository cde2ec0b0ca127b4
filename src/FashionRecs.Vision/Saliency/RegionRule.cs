using System.Globalization;

namespace FashionRecs.Vision.Saliency;

/// <summary>How the region of an attribute's value is found in its maps; chosen per attribute by what localizes best.</summary>
/// <param name="Contrast">Which numbers are looked at.</param>
/// <param name="Threshold">Part of their maximum, in (0, 1), above which a place belongs to the region.</param>
/// <param name="Joined">Whether the box holds every component with at least half the cells of the largest (two sleeves), not only the
/// largest.</param>
public sealed record RegionRule(CamContrast Contrast, double Threshold, bool Joined)
{
    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Contrast}:{Threshold:R}:{(Joined ? "joined" : "largest")}");

    /// <summary>Parses the text that <see cref="ToString"/> gives, for example "Siblings:0.45:joined".</summary>
    /// <remarks>Weights from before this version say "AgainstOthers" and "AgainstInvisible".</remarks>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static RegionRule Parse(string text) =>
        text.Split(':') is [var contrast, var threshold, "joined" or "largest"]
        && Enum.TryParse<CamContrast>(Now(contrast), out var kind) && Enum.IsDefined(kind)
        && double.TryParse(threshold, NumberStyles.Float, CultureInfo.InvariantCulture, out var level) && level is > 0 and < 1
            ? new RegionRule(kind, level, text.EndsWith("joined", StringComparison.Ordinal))
            : throw new FormatException($"'{text}' is not a rule for regions.");

    private static string Now(string contrast) => contrast switch
    {
        "AgainstOthers" => nameof(CamContrast.Siblings),
        "AgainstInvisible" => nameof(CamContrast.Invisible),
        _ => contrast,
    };
}
