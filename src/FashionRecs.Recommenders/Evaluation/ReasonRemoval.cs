using FashionRecs.Domain.Statistics;

namespace FashionRecs.Recommenders.Evaluation;

/// <summary>
/// Are the stated reasons the real ones? For each of a customer's first products the share that stands out most over the catalog's mean is
/// the stated reason. It is set to that mean: the product's rank must fall, and by more than when a share that was not named is set to its
/// mean.
/// </summary>
/// <param name="Products">Recommended products tested.</param>
/// <param name="Fell">Share of them whose rank fell without the stated reason.</param>
/// <param name="Passed">Share of them whose rank fell, and by more than without the other share.</param>
/// <param name="True">Share of the reasons that are true of the product; of none where that was not asked.</param>
public sealed record ReasonRemoval(int Products, double Fell, BootstrapInterval Passed, BootstrapInterval True)
{
    private const int PerCustomer = 5;

    /// <summary>How many shares an explanation names; the other share is drawn from the rest.</summary>
    private const int Named = 3;

    /// <summary>Tests the first five products of every customer with three products or more.</summary>
    /// <param name="isTrue">Whether a reason, by its place among the shares, is true of a product; then the stated reason is the largest
    /// share itself, as models state it that speak of values, and not what stands out over the mean.</param>
    public static ReasonRemoval Measure(EvaluationSplit split, RecommendationEvaluation evaluation, IExplainedRecommender model, int seed,
        Func<int, int, bool>? isTrue = null)
    {
        var random = new Random(seed);
        var tieOrder = TopItems.TieOrder(split.IsCandidate.Length, seed);
        var (fell, passed, truths) = (0, new List<double>(), new List<double>());
        foreach (var one in split.Cases.Where(one => one.Past.Items.Length >= RecommendationEvaluation.LongHistory))
        {
            var candidates = evaluation.Candidates(one.Past);
            var shares = model.Shares(one.Past);
            var scores = new float[candidates.Length];
            model.Score(one.Past, scores);
            int[] items = [.. Enumerable.Range(0, candidates.Length).Where(item => candidates[item])];
            var means = Array.ConvertAll(shares, share => items.Average(item => share[item]));
            int[] speaking = [.. Enumerable.Range(0, shares.Length).Where(term => shares[term].AsSpan().ContainsAnyExcept(0f))];
            if (speaking.Length < 2)
            {
                continue;
            }

            foreach (var item in TopItems.Find(scores, candidates, tieOrder, PerCustomer))
            {
                int[] order =
                    [.. speaking.OrderByDescending(term => shares[term][item] - (isTrue is null ? means[term] : 0))];
                var before = Rank(scores, items, item, scores[item]);
                var without = Rank(scores, items, item, Removed(order[0]));
                var other = Rank(scores, items, item, Removed(order[random.Next(Math.Min(Named, order.Length - 1), order.Length)]));
                fell += without > before ? 1 : 0;
                passed.Add(without > before && without > other ? 1 : 0);
                if (isTrue is not null)
                {
                    truths.Add(isTrue(order[0], item) ? 1 : 0);
                }

                float Removed(int term) => (float)(scores[item] - shares[term][item] + means[term]);
            }
        }

        return new ReasonRemoval(passed.Count, passed.Count == 0 ? double.NaN : (double)fell / passed.Count,
            BootstrapInterval.Of(passed, seed), BootstrapInterval.Of(truths, seed));
    }

    /// <summary>One-based rank of an item among others if it had the given score; equals rank below it.</summary>
    internal static int Rank(float[] scores, int[] items, int item, float score) =>
        1 + items.Count(other => other != item && scores[other] > score);
}
