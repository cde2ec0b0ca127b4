using System.Numerics.Tensors;
using FashionRecs.Domain.Statistics;
using FashionRecs.Recommenders.Features;

namespace FashionRecs.Recommenders.Evaluation;

/// <summary>
/// What one piece of evidence is worth to the explained ranking: every candidate gets that share of another candidate, drawn by the seed,
/// and the weights stay (permutation importance: Breiman, Random forests, 2001). Unlike leaving the evidence out and learning anew, this
/// counts what the ranking that is used owes to it; evidence that others repeat counts less than it says.
/// </summary>
/// <param name="Share">The share's name.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Fall">How much NDCG@20 falls, over the customers with three products or more.</param>
public sealed record KnockOut(string Share, double Weight, BootstrapInterval Fall)
{
    /// <summary>One result per share with a weight above 0, the largest fall first.</summary>
    public static IReadOnlyList<KnockOut> Measure(EvaluationSplit split, RecommendationEvaluation evaluation, ShareSum model, int seed)
    {
        var tieOrder = TopItems.TieOrder(split.IsCandidate.Length, seed);
        int[] candidates = [.. Enumerable.Range(0, split.IsCandidate.Length).Where(item => split.IsCandidate[item])];
        var others = (int[])candidates.Clone();
        new Random(seed).Shuffle(others);
        int[] shares = [.. Enumerable.Range(0, model.Terms.Count).Where(term => model.Weights[term] > 0)];
        var falls = Array.ConvertAll(shares, _ => new List<double>());
        var scores = new float[split.IsCandidate.Length];
        foreach (var one in split.Cases.Where(one => one.Past.Items.Length >= RecommendationEvaluation.LongHistory))
        {
            var ranked = evaluation.Candidates(one.Past);
            var values = model.Shares(one.Past);
            scores.AsSpan().Clear();
            Array.ForEach(values, share => TensorPrimitives.Add(scores, share, scores));
            var whole = Gain(scores);
            for (var place = 0; place < shares.Length; place++)
            {
                var share = values[shares[place]];
                var without = (float[])scores.Clone();
                for (var index = 0; index < candidates.Length; index++)
                {
                    without[candidates[index]] += share[others[index]] - share[candidates[index]];
                }

                falls[place].Add(whole - Gain(without));
            }

            double Gain(float[] sums) =>
                RankingMetrics.Gain(TopItems.Find(sums, ranked, tieOrder, RankingMetrics.DefaultCut), one.Added, RankingMetrics.DefaultCut);
        }

        return [.. shares.Select((term, place) => new KnockOut(model.Terms[term].Name, model.Weights[term],
            BootstrapInterval.Of(falls[place], seed))).OrderByDescending(result => result.Fall.Mean)];
    }
}
