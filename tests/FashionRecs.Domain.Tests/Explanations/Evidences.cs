using FashionRecs.Domain.Explanations;

namespace FashionRecs.Domain.Tests.Explanations;

/// <summary>Makes evidence other than a picture's values for tests.</summary>
internal static class Evidences
{
    /// <summary>Evidence of which nothing can be said, with one part for each amount.</summary>
    public static EvidenceContribution Silent(string kind, params int[] hundredths) =>
        new(kind, $"By {kind}", [.. hundredths.Select((amount, at) => new EvidencePart($"part {at}", $"Part {at}", amount))]);

    /// <summary>Evidence that can be said.</summary>
    public static EvidenceContribution Sayable(string kind, int hundredths) =>
        Silent(kind, hundredths) with { Reason = new EvidenceReason("part 0", $"liked by {kind}", null) };
}
