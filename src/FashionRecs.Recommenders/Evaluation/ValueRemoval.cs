using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Statistics;
using FashionRecs.Recommenders.Baselines;

namespace FashionRecs.Recommenders.Evaluation;

/// <summary>
/// The shop's own explanations under the same question as <see cref="ReasonRemoval"/>: for each of a customer's first products the value
/// that adds most to the score is the stated reason. The product's amount of it is set to the catalog's mean: the product's rank must fall,
/// and by more than when another value that the product shows is set to its mean.
/// </summary>
/// <param name="Products">Recommended products with a stated reason.</param>
/// <param name="Fell">Share of them whose rank fell without the stated value.</param>
/// <param name="Passed">Share of them whose rank fell, and by more than without the other value (products that show only one value pass by
/// the first alone).</param>
public sealed record ValueRemoval(int Products, double Fell, BootstrapInterval Passed)
{
    private const int PerCustomer = 5;

    /// <summary>Tests the first five products of every customer with three products or more.</summary>
    public static ValueRemoval Measure(EvaluationSplit split, RecommendationEvaluation evaluation, OnlineLearner model, int seed)
    {
        var random = new Random(seed);
        var tieOrder = TopItems.TieOrder(split.IsCandidate.Length, seed);
        var (fell, passed) = (0, new List<double>());
        foreach (var one in split.Cases.Where(one => one.Past.Items.Length >= RecommendationEvaluation.LongHistory))
        {
            var candidates = evaluation.Candidates(one.Past);
            var scores = new float[candidates.Length];
            model.Score(one.Past, scores);
            var state = model.State(one.Past);
            int[] items = [.. Enumerable.Range(0, candidates.Length).Where(item => candidates[item])];
            var means = Means(model.Vectors, items);
            foreach (var item in TopItems.Find(scores, candidates, tieOrder, PerCustomer))
            {
                var vector = model.Vectors[item];
                int[] shown =
                    [.. Enumerable.Range(0, vector.Length).Where(value => vector.Quanta[value] > 0)
                    .OrderByDescending(value => state.Mean[value] * vector[value])];
                if (shown.Length == 0 || state.Mean[shown[0]] <= 0)
                {
                    continue;
                }

                var before = Rank(scores[item]);
                var without = Rank(Removed(shown[0]));
                var other = shown.Length > 1 ? Rank(Removed(shown[random.Next(1, shown.Length)])) : before;
                fell += without > before ? 1 : 0;
                passed.Add(without > before && without > other ? 1 : 0);

                float Removed(int value) => (float)(scores[item] - (state.Mean[value] * (vector[value] - means[value])));
                int Rank(float score) => ReasonRemoval.Rank(scores, items, item, score);
            }
        }

        return new ValueRemoval(passed.Count, passed.Count == 0 ? double.NaN : (double)fell / passed.Count,
            BootstrapInterval.Of(passed, seed));
    }

    private static double[] Means(IReadOnlyList<ItemVector> vectors, int[] items)
    {
        var means = new double[vectors[0].Length];
        foreach (var item in items)
        {
            for (var value = 0; value < means.Length; value++)
            {
                means[value] += vectors[item][value] / items.Length;
            }
        }

        return means;
    }
}
