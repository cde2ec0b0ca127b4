using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using MathNet.Numerics.Distributions;

namespace FashionRecs.Domain.Ranking;

/// <summary>
/// Makes a page out of scores: the best products, varied, with a few places given to learning. Deterministic under its seed.
/// </summary>
public static class PageRanker
{
    /// <summary>Items from which on a page of chance is drawn and not dealt from all that are allowed.</summary>
    private const int DrawnFrom = 65_536;

    /// <summary>Draws for each item that is wanted; a filter that lets fewer through is dealt from.</summary>
    private const int MostDraws = 32;

    /// <summary>Ranks a page.</summary>
    /// <param name="items">All items, laid out for scoring.</param>
    /// <param name="vector">The vector of an item.</param>
    /// <param name="state">What is believed of the shopper.</param>
    /// <param name="count">Length of the page, at least 0.</param>
    /// <param name="options">What variety and exploration may cost.</param>
    /// <param name="seed">Decides exploration, and the page of a shopper nothing is known of.</param>
    /// <param name="allowed">Which items may appear; called from several threads.</param>
    /// <param name="kin">Items with the same key count as the same product in another colour.</param>
    /// <param name="beside">What adds to the score of each item beside its values, (items); null for nothing.</param>
    /// <param name="drawn">The same as it may well be, drawn by chance, for the places given to learning; null where it is sure.</param>
    public static IReadOnlyList<RankedItem> Rank(
        ItemMatrix items, Func<int, ItemVector> vector, PreferenceState state, int count, RankingOptions options, int seed,
        Predicate<int> allowed, Func<int, string> kin,
        float[]? beside = null, Func<Random, float[]?>? drawn = null)
    {
        var random = new Random(seed);
        var pool = beside is not null || state.Weights.Span.ContainsAnyExcept(0f)
            ? Ranker.Top(items, state.Weights, count * Math.Max(1, options.Pool), allowed, beside)
            : Sample(items.Count, count * Math.Max(1, options.Pool), allowed, random);
        var page = MaximalMarginalRelevance.Rerank(pool, vector, kin, count, options.Diversity);
        if (options.ExploreEvery > 0)
        {
            Explore(page, items, vector, state, options, random, allowed, beside, drawn);
        }

        return page;
    }

    /// <summary>
    /// Thompson sampling (1933) on the marginals: rank by weights the shopper might have, show its best product not yet on the page.
    /// </summary>
    private static void Explore(
        List<RankedItem> page, ItemMatrix items, Func<int, ItemVector> vector, PreferenceState state, RankingOptions options, Random random,
        Predicate<int> allowed,
        float[]? beside, Func<Random, float[]?>? drawn)
    {
        var shown = page.Select(ranked => ranked.Item).ToHashSet();
        for (var place = options.ProtectedTop + options.ExploreEvery - 1; place < page.Count; place += options.ExploreEvery)
        {
            var sample = new double[state.Length];
            for (var value = 0; value < sample.Length; value++)
            {
                sample[value] = Normal.Sample(random, state.Mean[value], state.Deviation(value));
            }

            if (Ranker.Top(items, PreferenceVector.Of(sample), 1, index => allowed(index) && !shown.Contains(index),
                drawn?.Invoke(random) ?? beside) is [var found])
            {
                page[place] =
                    new RankedItem(found.Item, state.Weights.Score(vector(found.Item)) + (beside?[found.Item] ?? 0), Explored: true);
                shown.Add(found.Item);
            }
        }
    }

    private static RankedItem[] Sample(int items, int count, Predicate<int> allowed, Random random)
    {
        if (items >= DrawnFrom && Draw(items, count, allowed, random) is { } drawn)
        {
            return drawn;
        }

        var indices = Enumerable.Range(0, items).Where(index => allowed(index)).ToArray();
        random.Shuffle(indices);
        return [.. indices.Take(count).Select(index => new RankedItem(index, 0))];
    }

    /// <summary>Draws one by one, which costs no more for a larger catalog; null where so few are allowed that it would not end.</summary>
    private static RankedItem[]? Draw(int items, int count, Predicate<int> allowed, Random random)
    {
        var (found, met) = (new List<RankedItem>(count), new HashSet<int>());
        for (var left = MostDraws * count; left > 0 && found.Count < count; left--)
        {
            var index = random.Next(items);
            if (met.Add(index) && allowed(index))
            {
                found.Add(new RankedItem(index, 0));
            }
        }

        return found.Count < count ? null : [.. found];
    }
}
