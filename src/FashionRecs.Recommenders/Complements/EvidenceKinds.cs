using FashionRecs.Domain.Explanations;

namespace FashionRecs.Recommenders.Complements;

/// <summary>
/// The kinds of evidence by which a shopper reads a score: what others choose, and what is like the shopper's own choices. Terms that say
/// the same thing in different ways are one contribution, so that a sentence can name the largest contributions without passing over one.
/// </summary>
internal static class EvidenceKinds
{
    private static readonly HashSet<string> OfOthers = new(StringComparer.Ordinal)
    {
        "popularity", "trend", "favourites or finds", "often bought with", "same buyers", "surprising together", "taste", "broad taste",
        "closest taste",
        "bought on coming back",
    };

    /// <summary>The kind that a term belongs to.</summary>
    public static (string Kind, string Label) Of(string term) =>
        OfOthers.Contains(term) ? (EvidenceContribution.OfOthers, "What others choose") : ("alike", "Like what you chose");
}
