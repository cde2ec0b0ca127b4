using FashionRecs.Domain.Statistics;
using FashionRecs.Experiments.Interleaving;
using FashionRecs.Experiments.Statistics;
using MathNet.Numerics.Distributions;

namespace FashionRecs.Experiments.Simulation;

/// <summary>What interleaving gives compared with an A/B test of the same two rankings.</summary>
/// <param name="FalseAlarms">Share of interleaved experiments of two equally good rankings that called one better.</param>
/// <param name="Agreement">Share of interleaved experiments, as small as planned, whose preference points where the A/B difference
/// does.</param>
/// <param name="Found">Share of them in which the better ranking was called better.</param>
/// <param name="InterleavedShoppers">Shoppers that interleaving needs for the power.</param>
/// <param name="SplitShoppers">Shoppers that an A/B test of likes per shopper needs for it, both arms together.</param>
public sealed record InterleavingCounts(ShareInterval FalseAlarms, ShareInterval Agreement, ShareInterval Found, long InterleavedShoppers,
    long SplitShoppers)
{
    /// <summary>How many times fewer shoppers interleaving needs.</summary>
    public double Saving => (double)SplitShoppers / InterleavedShoppers;
}

/// <summary>Proves on artificial shoppers what interleaving saves and that it raises no more false alarms than alpha.</summary>
public static class InterleavingSimulator
{
    private const int Pilot = 100_000;

    /// <summary>Runs the plan.</summary>
    public static InterleavingCounts Run(InterleavingPlan plan, CancellationToken cancellation = default)
    {
        var random = new Random(plan.Seed);
        // A large pilot gives both kinds of experiment their true effects, from which they are sized alike.
        var (forA, forB, likesOfA, likesOfB) = (0, 0, new double[Pilot], new double[Pilot]);
        for (var shopper = 0; shopper < Pilot; shopper++)
        {
            var taste = new Shopper(plan, plan.NoiseOfA, plan.NoiseOfB, random);
            (likesOfA[shopper], likesOfB[shopper]) = (taste.Likes(taste.RankedByA), taste.Likes(taste.RankedByB));
            var margin = taste.Margin();
            (forA, forB) = (forA + (margin < 0 ? 1 : 0), forB + (margin > 0 ? 1 : 0));
        }

        var (a, b) = (MeanStatistic.Of(likesOfA), MeanStatistic.Of(likesOfB));
        var settings = new ComparisonSettings { Sequential = false, Difference = DifferenceKind.Absolute, Alpha = plan.Alpha };
        var split = 2 * (PowerCalculation.UnitsPerArm(a.Mean, a.Variance, b.Variance, b.Mean - a.Mean, plan.Power, settings)
            ?? PowerCalculation.MaximumPerArm);
        var interleaved = InterleavingSize.Shoppers(
            (double)forB / (forA + forB), (double)(forA + forB) / Pilot, plan.Alpha, plan.Power);
        var direction = Math.Sign(b.Mean - a.Mean);
        var (alarms, agreed, found) = (0, 0, 0);
        for (var experiment = 0; experiment < plan.Experiments; experiment++)
        {
            cancellation.ThrowIfCancellationRequested();
            alarms += Experiment(plan, plan.NoiseOfA, interleaved, random).PValue < plan.Alpha ? 1 : 0;
            var result = Experiment(plan, plan.NoiseOfB, interleaved, random);
            agreed += Math.Sign(result.ForB - result.ForA) == direction ? 1 : 0;
            found += result.PValue < plan.Alpha && Math.Sign(result.ForB - result.ForA) == direction ? 1 : 0;
        }

        return new(
            ShareInterval.Of(alarms, plan.Experiments), ShareInterval.Of(agreed, plan.Experiments),
            ShareInterval.Of(found, plan.Experiments), interleaved, split);
    }

    private static InterleavingResult Experiment(InterleavingPlan plan, double noise, long shoppers, Random random)
    {
        var (forA, forB) = (0, 0);
        for (var shopper = 0; shopper < shoppers; shopper++)
        {
            var margin = new Shopper(plan, plan.NoiseOfA, noise, random).Margin();
            (forA, forB) = (forA + (margin < 0 ? 1 : 0), forB + (margin > 0 ? 1 : 0));
        }

        return InterleavingTest.Of(forA, forB, (int)shoppers);
    }

    private sealed class Shopper
    {
        private readonly InterleavingPlan plan;
        private readonly Random random;
        private readonly double[] relevance;
        private readonly double readiness;

        public Shopper(InterleavingPlan plan, double noiseOfA, double noiseOfB, Random random)
        {
            (this.plan, this.random) = (plan, random);
            readiness = plan.Base + Normal.Sample(random, 0, plan.Readiness);
            relevance = [.. Enumerable.Range(0, plan.Products).Select(_ => Normal.Sample(random, 0, 1))];
            (RankedByA, RankedByB) = (Ranked(noiseOfA), Ranked(noiseOfB));
        }

        public int[] RankedByA { get; }

        public int[] RankedByB { get; }

        /// <summary>Products liked of a list.</summary>
        public int Likes(IEnumerable<int> list) => list.Take(plan.Places).Where(IsLiked).Count();

        /// <summary>Products liked of B's team minus those of A's in an interleaved list.</summary>
        public int Margin() => TeamDraft.Interleave(RankedByA, RankedByB, plan.Places, _ => random.Next(2) == 0)
            .Select((entry, place) => IsLiked(entry.Item, place) ? entry.Team == Team.B ? 1 : -1 : 0).Sum();

        private int[] Ranked(double noise) =>
            [.. relevance.Select((value, product) => (product, Score: value + Normal.Sample(random, 0, noise)))
                .OrderByDescending(pair => pair.Score).Select(pair => pair.product)];

        private bool IsLiked(int product, int place) =>
            random.NextDouble() < 1 / (1 + Math.Exp(-(readiness + relevance[product]))) / Math.Log2(place + 2);
    }
}
