using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Statistics;

namespace FashionRecs.Recommenders.LearningSpeed;

/// <summary>One policy with every shopper in turn.</summary>
internal static class PolicyRun
{
    private const int Resamples = 1000;

    public static PolicyResult Measure(string name, Func<int, IPagePolicy> create, LearningSpeedPlan plan, SimulatedShopper[] shoppers,
        IReadOnlyList<ItemVector> items, CancellationToken cancellation)
    {
        var runs = new Run[shoppers.Length];
        Parallel.For(0, shoppers.Length, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellation }, index =>
            runs[index] = Serve(create(plan.Seed + index), shoppers[index], plan, items, new Random(plan.Seed + (1000 * index))));
        var clicks = Array.ConvertAll(runs, run => run.ClicksToReason);
        return new PolicyResult(
            name,
            shoppers.Length,
            BootstrapInterval.Of([.. runs.Select(run => run.Lost.Sum())], plan.Seed),
            BootstrapInterval.Of([.. runs.Select(run => Late(run.Lost).Average())], plan.Seed),
            BootstrapInterval.Of([.. runs.Select(run => 1 - (Late(run.Lost).Average() / run.Best))], plan.Seed),
            BootstrapInterval.Of([.. clicks.Select(count => double.IsFinite(count) ? 1.0 : 0.0)], plan.Seed),
            Median(clicks),
            Interval(clicks, plan.Seed));

        static double[] Late(double[] lost) => lost[^Math.Max(1, lost.Length / 4)..];
    }

    private static Run Serve(IPagePolicy policy, SimulatedShopper shopper, LearningSpeedPlan plan, IReadOnlyList<ItemVector> items,
        Random random)
    {
        // Places are looked at ever less, so that the best page stands in the order of appeal.
        var best = items.Select(shopper.Appeal).OrderDescending().Take(plan.PageLength)
            .Select((appeal, place) => appeal * Domain.Preferences.PositionBias.ExaminationProbability(place, plan.PositionExponent)).Sum();
        var lost = new double[plan.Pages];
        var (clicks, steady, learned, atStart) = (0, 0, double.PositiveInfinity, 0);
        for (var number = 0; number < plan.Pages; number++)
        {
            var page = policy.Page(plan.PageLength);
            lost[number] = best - page.Select((item, place) => shopper.Chance(items[item], place)).Sum();
            var isTrue = policy.Reason(page[0]) is >= 0 and var reason && reason == shopper.TrueReason(items[page[0]]);
            atStart = isTrue && steady == 0 ? clicks : atStart;
            steady = isTrue ? steady + 1 : 0;
            learned = steady >= plan.Steady && double.IsPositiveInfinity(learned) ? atStart : learned;
            bool[] opened = [.. page.Select((item, place) => random.NextDouble() < shopper.Chance(items[item], place))];
            clicks += opened.Count(one => one);
            policy.Learn(page, opened);
        }

        return new Run(lost, best, learned);
    }

    private static (double, double) Interval(double[] values, int seed)
    {
        var random = new Random(seed);
        double[] medians =
            [.. Enumerable.Range(0, Resamples).Select(_ => Median([.. values.Select(_ => values[random.Next(values.Length)])])).Order()];
        return (medians[(int)(0.025 * Resamples)], medians[(int)(0.975 * Resamples) - 1]);
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    /// <param name="Lost">Per page, expected opened products lost against the best page.</param>
    /// <param name="Best">Expected opened products of the best page.</param>
    private sealed record Run(double[] Lost, double Best, double ClicksToReason);
}
