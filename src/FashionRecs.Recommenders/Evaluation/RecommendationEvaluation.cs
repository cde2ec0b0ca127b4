using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Evaluation;

/// <summary>Measures recommenders on what customers bought later. Every candidate is ranked; nothing is sampled.</summary>
/// <param name="split">What to learn from, and what came next.</param>
/// <param name="seed">Seed of the order of ties and of the intervals.</param>
/// <param name="time">The clock for the seconds in the results.</param>
/// <param name="memory">Bytes in use now, for what a model keeps; null to leave that out.</param>
public sealed class RecommendationEvaluation(EvaluationSplit split, int seed, TimeProvider time, Func<long>? memory = null)
{
    /// <summary>A customer with fewer products counts in the group of small histories.</summary>
    public const int LongHistory = 3;

    private readonly int[] tieOrder = TopItems.TieOrder(split.IsCandidate.Length, seed);
    private readonly int[] popularityRank = Ranks(split.History.Buyers);
    private readonly TypeCalibration calibration = new(split.History.Products);

    /// <summary>Lets a recommender learn, then measures it.</summary>
    public ModelResult Run(IRecommender recommender, CancellationToken cancellation = default)
    {
        var before = memory?.Invoke() ?? 0;
        var start = time.GetTimestamp();
        recommender.Fit(split.History);
        var fitSeconds = time.GetElapsedTime(start).TotalSeconds;
        var kept = (memory?.Invoke() ?? 0) - before;
        var fitted = time.GetTimestamp();
        var (main, small, cold) = (new GroupTally(), new GroupTally(), new GroupTally());
        var scores = new float[split.IsCandidate.Length];
        foreach (var one in split.Cases)
        {
            cancellation.ThrowIfCancellationRequested();
            recommender.Score(one.Past, scores);
            Measure(one, scores, Candidates(one.Past), one.Added, one.Past.Items.Length >= LongHistory ? main : small);
            int[] addedCold = [.. one.Added.Where(item => split.IsCold[item])];
            if (one.Past.Items.Length >= LongHistory && addedCold.Length > 0)
            {
                Measure(one, scores, split.IsCold, addedCold, cold);
            }
        }

        return new ModelResult(
            recommender.Name,
            main.Result(split.IsCandidate, split.History, popularityRank, seed),
            small.Result(split.IsCandidate, split.History, popularityRank, seed),
            cold.Result(split.IsCold, split.History, popularityRank, seed),
            fitSeconds,
            time.GetElapsedTime(fitted).TotalSeconds,
            Math.Max(0, kept / 1e6));
    }

    /// <summary>The products ranked for a customer: all candidates but those already bought.</summary>
    public bool[] Candidates(CustomerHistory past)
    {
        var candidates = (bool[])split.IsCandidate.Clone();
        foreach (var item in past.Items)
        {
            candidates[item] = false;
        }

        return candidates;
    }

    private void Measure(EvaluationCase one, float[] scores, bool[] candidates, int[] added, GroupTally tally)
    {
        if (Array.FindIndex(scores, score => !float.IsFinite(score)) is var broken and >= 0)
        {
            throw new InvalidOperationException($"The score of product {broken} for customer {one.Past.Customer} is not a number.");
        }

        var top = TopItems.Find(scores, candidates, tieOrder, RankingMetrics.DefaultCut);
        tally.Add(RankingMetrics.Measure(scores, candidates, top, added, RankingMetrics.DefaultCut), top,
            calibration.Of(one.Past.Items, top));
    }

    private static int[] Ranks(int[] buyers)
    {
        var ranks = new int[buyers.Length];
        var place = 0;
        foreach (var item in Enumerable.Range(0, buyers.Length).OrderByDescending(item => buyers[item]).ThenBy(item => item))
        {
            ranks[item] = ++place;
        }

        return ranks;
    }
}
