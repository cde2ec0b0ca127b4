using System.Globalization;

namespace FashionRecs.Vision.Saliency;

/// <summary>How the region of an attribute's value is found in its maps; chosen per attribute by what localizes best.</summary>
/// <param name="Evidence">Which numbers are looked at.</param>
/// <param name="Threshold">Part of their maximum, in (0, 1), above which a place belongs to the region.</param>
/// <param name="Joined">Whether the box holds every component with at least half the cells of the largest (two sleeves), not only the largest.</param>
public sealed record RegionRule(EvidenceKind Evidence, double Threshold, bool Joined)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Evidence}:{Threshold:R}:{(Joined ? "joined" : "largest")}");

    /// <summary>Parses the text that <see cref="ToString"/> gives, for example "AgainstOthers:0.45:joined".</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static RegionRule Parse(string text) =>
        text.Split(':') is [var evidence, var threshold, "joined" or "largest"]
        && Enum.TryParse<EvidenceKind>(evidence, out var kind) && Enum.IsDefined(kind)
        && double.TryParse(threshold, NumberStyles.Float, CultureInfo.InvariantCulture, out var level) && level is > 0 and < 1
            ? new RegionRule(kind, level, text.EndsWith("joined", StringComparison.Ordinal))
            : throw new FormatException($"'{text}' is not a rule for regions.");
}
