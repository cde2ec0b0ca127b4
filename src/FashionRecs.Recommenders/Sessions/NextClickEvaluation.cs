using FashionRecs.Domain.Statistics;
using FashionRecs.Recommenders.Evaluation;

namespace FashionRecs.Recommenders.Sessions;

/// <summary>Measures of one way to predict the next click.</summary>
/// <param name="Sessions">Sessions measured; each counts once, with the mean over its clicks.</param>
/// <param name="Clicks">Clicks predicted.</param>
/// <param name="Hit">Share of the next clicks among the first 20 of all products.</param>
/// <param name="Reciprocal">Mean of 1 ÷ rank, 0 beyond 20.</param>
/// <param name="Ndcg">Mean of 1 ÷ log2(1 + rank), 0 beyond 20: NDCG@20 with one relevant product.</param>
public sealed record NextClickResult(string Model, int Sessions, int Clicks, BootstrapInterval Hit, BootstrapInterval Reciprocal,
    BootstrapInterval Ndcg);

/// <summary>
/// Ranks all products before every click but the first of a session, given the clicks so far. The earlier sessions are for training, the
/// later ones for the test.
/// </summary>
public sealed class NextClickEvaluation
{
    private readonly ClickedCatalog catalog;
    private readonly ClickSession[] train;
    private readonly ClickSession[] test;
    private readonly int seed;
    private readonly int[] tieOrder;

    /// <param name="trainShare">Share in (0, 1) of the sessions, earliest first, to learn from.</param>
    /// <param name="mostSessions">Sessions to measure at most, the first ones after the training; at least 1.</param>
    /// <exception cref="InvalidDataException">A part would be empty.</exception>
    public NextClickEvaluation(ClickedCatalog catalog, double trainShare, int mostSessions, int seed)
    {
        (this.catalog, this.seed) = (catalog, seed);
        var learned = (int)(trainShare * catalog.Sessions.Count);
        train = [.. catalog.Sessions.Take(learned)];
        test = [.. catalog.Sessions.Skip(learned).Where(session => session.Models.Length > 1).Take(mostSessions)];
        if (train.Length == 0 || test.Length == 0)
        {
            throw new InvalidDataException(
                $"{catalog.Sessions.Count} sessions do not give a part to learn from and a part with two clicks or more to measure on.");
        }

        tieOrder = TopItems.TieOrder(catalog.Models.Count, seed);
    }

    /// <summary>Learns and measures.</summary>
    public NextClickResult Run(INextClick model, CancellationToken cancellation = default)
    {
        model.Fit(catalog, train);
        var measures = new (double Hit, double Reciprocal, double Ndcg)[test.Length];
        Parallel.For(0, test.Length, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellation },
            index => measures[index] = Measure(model, test[index].Models));
        return new NextClickResult(
            model.Name, test.Length, test.Sum(session => session.Models.Length - 1),
            BootstrapInterval.Of([.. measures.Select(one => one.Hit)], seed),
            BootstrapInterval.Of([.. measures.Select(one => one.Reciprocal)], seed),
            BootstrapInterval.Of([.. measures.Select(one => one.Ndcg)], seed));
    }

    private (double, double, double) Measure(INextClick model, int[] clicks)
    {
        var scores = new float[catalog.Models.Count];
        var (hit, reciprocal, ndcg) = (0.0, 0.0, 0.0);
        for (var place = 1; place < clicks.Length; place++)
        {
            model.Score(clicks.AsSpan(0, place), scores);
            var next = clicks[place];
            var rank = 1;
            for (var other = 0; other < scores.Length; other++)
            {
                rank += scores[other] > scores[next] || (scores[other] == scores[next] && tieOrder[other] < tieOrder[next]) ? 1 : 0;
            }

            if (rank <= RankingMetrics.DefaultCut)
            {
                hit++;
                reciprocal += 1.0 / rank;
                ndcg += 1 / Math.Log2(1 + rank);
            }
        }

        var count = clicks.Length - 1;
        return (hit / count, reciprocal / count, ndcg / count);
    }
}
