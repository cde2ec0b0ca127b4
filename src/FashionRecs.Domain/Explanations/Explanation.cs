using FashionRecs.Domain.Text;

namespace FashionRecs.Domain.Explanations;

/// <summary>Why a product has its score for a shopper. Immutable.</summary>
/// <param name="Score">The score that ranked the product; always the sum of <paramref name="Shares"/>.</param>
/// <param name="Shares">Every value that moved the score, largest first whether for or against.</param>
/// <param name="Reasons">The shares fit to be said aloud, best first; each is positive, sure enough and has a region. May be empty.</param>
public sealed record Explanation(float Score, IReadOnlyList<Share> Shares, IReadOnlyList<Share> Reasons)
{
    /// <summary>The first reason, or null where none is good enough.</summary>
    public Share? Reason => Reasons.Count > 0 ? Reasons[0] : null;
}
