using FashionRecs.Domain.Statistics;

namespace FashionRecs.Application.Shop.Tastes;

/// <summary>
/// Measures a ranking by where it has what shoppers chose next: the part of a sample of products that stands before it, ties counted half.
/// Immutable and safe to share between threads.
/// </summary>
internal sealed class NextChoice
{
    /// <summary>Products that the choice is compared with at most.</summary>
    private const int Most = 2_000;

    private readonly int[] rivals;

    /// <summary>Draws the products.</summary>
    /// <param name="products">How many there are, at least 1.</param>
    /// <param name="seed">Of the draw.</param>
    public NextChoice(int products, int seed)
    {
        rivals = [.. Enumerable.Range(0, products)];
        new Random(seed).Shuffle(rivals);
        rivals = rivals[..Math.Min(Most, products)];
    }

    /// <summary>Where a ranking has a product, from 0 (before all) to 1.</summary>
    /// <param name="score">Score of a product.</param>
    /// <param name="basket">What the shopper chose, the product itself last.</param>
    public double PlaceOf(Func<int, double> score, IReadOnlyCollection<int> basket)
    {
        var own = score(basket.Last());
        var (before, others) = (0.0, 0);
        foreach (var rival in rivals)
        {
            if (!basket.Contains(rival))
            {
                var other = score(rival);
                before += other > own ? 1 : other == own ? 0.5 : 0;
                others++;
            }
        }

        return others == 0 ? 0.5 : before / others;
    }

    /// <summary>By how much products chosen next move to the front, with its 95 % interval; positive is better.</summary>
    /// <param name="baskets">What shoppers chose, the next one last.</param>
    /// <param name="before">Scores by what was.</param>
    /// <param name="after">Scores by what was learned.</param>
    /// <param name="seed">Of the interval.</param>
    public BootstrapInterval Gain(
        IReadOnlyList<int[]> baskets, Func<int[], Func<int, double>> before, Func<int[], Func<int, double>> after, int seed) =>
        BootstrapInterval.Of([.. baskets.Select(basket => PlaceOf(before(basket), basket) - PlaceOf(after(basket), basket))], seed);
}
