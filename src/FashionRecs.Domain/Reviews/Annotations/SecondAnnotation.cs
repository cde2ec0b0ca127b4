using FashionRecs.Domain.Hashing;

namespace FashionRecs.Domain.Reviews.Annotations;

/// <summary>
/// Which products go to a second person: a fixed pseudo-random share, so that everybody agrees on it and growing the share keeps
/// the products that were in it.
/// </summary>
public static class SecondAnnotation
{
    private const int Buckets = 10_000;

    /// <summary>Whether a product is in the share.</summary>
    /// <param name="product">The product's id.</param>
    /// <param name="share">In [0, 1].</param>
    public static bool IsAsked(string product, double share) =>
        share > 0 && Fnv1A32.Hash($"second-opinion:{product}") % Buckets < share * Buckets;

    /// <summary>
    /// Whether what was said of an attribute must stay hidden from a person: theirs is the second word, and it counts only where the first
    /// did not lead it.
    /// </summary>
    /// <param name="log">All annotations that were not undone, oldest first.</param>
    /// <param name="reviewer">The person.</param>
    /// <param name="asked">Whether the product is in the share that two people look at.</param>
    public static bool IsBlind(IReadOnlyList<Annotation> log, string reviewer, bool asked) =>
        asked && log.Count > 0 && log.All(annotation => annotation.Reviewer == log[0].Reviewer) && IsWanted(log, reviewer, asked);

    /// <summary>Whether this person's word on an attribute is still wanted.</summary>
    /// <param name="log">All annotations that were not undone, oldest first.</param>
    /// <param name="reviewer">The person.</param>
    /// <param name="asked">Whether the product is in the share that two people look at.</param>
    public static bool IsWanted(IReadOnlyList<Annotation> log, string reviewer, bool asked)
    {
        var decision = ConsensusRule.Decide(log);
        var own = log.LastOrDefault(annotation => annotation.Reviewer == reviewer);
        // Who looked at many at once, or only said what it is not, has not answered yet.
        return (own is null || own.IsUnseen || own.IsRejection) && decision.Status switch
        {
            ConsensusStatus.Open or ConsensusStatus.Unsure or ConsensusStatus.Conflict or ConsensusStatus.Unseen or ConsensusStatus.Rejected => true,
            ConsensusStatus.Single => asked,
            _ => false,
        };
    }
}
