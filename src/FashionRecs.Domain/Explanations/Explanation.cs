using FashionRecs.Domain.Text;

namespace FashionRecs.Domain.Explanations;

/// <summary>Why a product has its score for a shopper. Immutable.</summary>
/// <param name="Score">The score that ranked the product; always the sum of <paramref name="Shares"/> and <see cref="Evidence"/>.</param>
/// <param name="Shares">Every value of the picture that moved the score, largest first whether for or against.</param>
/// <param name="Reasons">The values fit to be said aloud, best first; each is positive, sure enough and has a region. May be empty.</param>
public sealed record Explanation(float Score, IReadOnlyList<Share> Shares, IReadOnlyList<Share> Reasons)
{
    /// <summary>Nothing to explain, as of what the shopper chose.</summary>
    public static Explanation None { get; } = new(0, [], []);

    /// <summary>What moved the score beside the picture, largest first whether for or against.</summary>
    public IReadOnlyList<EvidenceContribution> Evidence { get; init; } = [];

    /// <summary>The evidence to be said aloud before the values, in order: each counts more than the first value that is said.</summary>
    public IReadOnlyList<EvidenceContribution> Beside { get; init; } = [];

    /// <summary>All contributions, largest first whether for or against.</summary>
    public IReadOnlyList<Contribution> Contributions => field ??=
        [.. Shares.Cast<Contribution>().Concat(Evidence).OrderByDescending(part => Math.Abs(part.Effect))];

    /// <summary>The first value fit to be said, or null where none is.</summary>
    public Share? Reason => Reasons.Count > 0 ? Reasons[0] : null;

    /// <summary>The same as the page of a product says it, where that product needs no name.</summary>
    public Explanation OnPageOf(string product)
    {
        return this with { Evidence = [.. Evidence.Select(There)], Beside = [.. Beside.Select(There)] };

        EvidenceContribution There(EvidenceContribution part) => part with { Reason = part.Reason?.OnPageOf(product) };
    }
}
