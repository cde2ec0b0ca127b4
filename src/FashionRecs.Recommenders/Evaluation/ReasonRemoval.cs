using FashionRecs.Domain.Statistics;
using FashionRecs.Recommenders.Features;

namespace FashionRecs.Recommenders.Evaluation;

/// <summary>
/// Are the stated reasons the real ones? For each of a customer's first products the share that stands out most over the catalog's mean is
/// the stated reason. It is set to that mean: the product's rank must fall, and by more than when a share that was not named is set to its
/// mean.
/// </summary>
/// <param name="Products">Recommended products tested.</param>
/// <param name="Fell">Share of them whose rank fell without the stated reason.</param>
/// <param name="Passed">Share of them whose rank fell, and by more than without the other share.</param>
public sealed record ReasonRemoval(int Products, double Fell, BootstrapInterval Passed)
{
    private const int PerCustomer = 5;

    /// <summary>How many shares an explanation names; the other share is drawn from the rest.</summary>
    private const int Named = 3;

    /// <summary>Tests the first five products of every customer with three products or more.</summary>
    public static ReasonRemoval Measure(EvaluationSplit split, RecommendationEvaluation evaluation, ShareSum model, int seed)
    {
        var random = new Random(seed);
        var tieOrder = TopItems.TieOrder(split.IsCandidate.Length, seed);
        var (fell, passed) = (0, new List<double>());
        foreach (var one in split.Cases.Where(one => one.Past.Items.Length >= RecommendationEvaluation.LongHistory))
        {
            var candidates = evaluation.Candidates(one.Past);
            var shares = model.Shares(one.Past);
            var scores = new float[candidates.Length];
            model.Score(one.Past, scores);
            int[] items = [.. Enumerable.Range(0, candidates.Length).Where(item => candidates[item])];
            var means = Array.ConvertAll(shares, share => items.Average(item => share[item]));
            foreach (var item in TopItems.Find(scores, candidates, tieOrder, PerCustomer))
            {
                int[] order =
                    [.. Enumerable.Range(0, shares.Length).Where(term => model.Weights[term] > 0)
                    .OrderByDescending(term => shares[term][item] - means[term])];
                var before = Rank(scores, items, item, scores[item]);
                var without = Rank(scores, items, item, Removed(order[0]));
                var other = Rank(scores, items, item, Removed(order[random.Next(Math.Min(Named, order.Length - 1), order.Length)]));
                fell += without > before ? 1 : 0;
                passed.Add(without > before && without > other ? 1 : 0);

                float Removed(int term) => (float)(scores[item] - shares[term][item] + means[term]);
            }
        }

        return new ReasonRemoval(passed.Count, passed.Count == 0 ? double.NaN : (double)fell / passed.Count,
            BootstrapInterval.Of(passed, seed));
    }

    /// <summary>One-based rank of an item among others if it had the given score; equals rank below it.</summary>
    internal static int Rank(float[] scores, int[] items, int item, float score) =>
        1 + items.Count(other => other != item && scores[other] > score);
}
