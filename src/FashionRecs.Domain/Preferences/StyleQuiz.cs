using FashionRecs.Domain.Catalog;

namespace FashionRecs.Domain.Preferences;

/// <summary>
/// Picks the picture whose answer would tell most about a shopper: the one whose score is least known, xᵀΣx, which is the choice of
/// sequential D-optimal design for this model (Chaloner and Verdinelli, "Bayesian experimental design: a review", 1995).
/// </summary>
public static class StyleQuiz
{
    /// <summary>Pictures looked at for one question; beyond that a seeded sample is taken.</summary>
    private const int Candidates = 2000;

    /// <summary>Index of the next picture to ask about, or −1 when none is left.</summary>
    /// <param name="count">Number of products.</param>
    /// <param name="items">The vector of a product.</param>
    /// <param name="state">What is believed of the shopper, answers so far included.</param>
    /// <param name="asked">Indices that were asked about or skipped.</param>
    /// <param name="seed">Decides the sample and the order of equals.</param>
    public static int Next(int count, Func<int, ItemVector> items, PreferenceState state, IReadOnlySet<int> asked, int seed)
    {
        var order = Enumerable.Range(0, count).Where(index => !asked.Contains(index)).ToArray();
        new Random(seed).Shuffle(order);
        var best = (Index: -1, Variance: 0.0);
        foreach (var index in order.AsSpan(0, Math.Min(Candidates, order.Length)))
        {
            var variance = state.ScoreVariance(items(index));
            best = best.Index < 0 || variance > best.Variance ? (index, variance) : best;
        }

        return best.Index;
    }
}
