using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Statistics;

namespace FashionRecs.Training.Reviews.Ordering;

/// <summary>How two orders of reviews compare, on one attribute or on the mean of several.</summary>
/// <param name="Attribute">The attribute; null for the mean of all.</param>
/// <param name="Rounds">Part of the photographs that is reviewed after each round, growing from 0.</param>
/// <param name="Count">Photographs with people's labels.</param>
/// <param name="Random">Per division, the share of held-out answers that is right after each round of a random order.</param>
/// <param name="Scored">The same for ActiveLab's order, on the same divisions.</param>
public sealed record ReviewOrderOutcome(
    GarmentAttribute? Attribute, IReadOnlyList<double> Rounds, int Count, IReadOnlyList<double[]> Random, IReadOnlyList<double[]> Scored)
{
    private const int Resamples = 2000;

    /// <summary>The mean of several attributes, each weighing the same.</summary>
    public static ReviewOrderOutcome Together(IReadOnlyList<ReviewOrderOutcome> outcomes) => new(
        null, outcomes[0].Rounds, outcomes.Sum(one => one.Count),
        [.. Enumerable.Range(0, outcomes[0].Random.Count).Select(run => Mean([.. outcomes.Select(one => one.Random[run])]))],
        [.. Enumerable.Range(0, outcomes[0].Scored.Count).Select(run => Mean([.. outcomes.Select(one => one.Scored[run])]))]);

    /// <summary>The mean share that is right after each round.</summary>
    public static double[] Mean(IReadOnlyList<double[]> runs) =>
        [.. Enumerable.Range(0, runs[0].Length).Select(round => runs.Average(run => run[round]))];

    /// <summary>
    /// Reviews that ActiveLab's order needs for a part of the whole gain, as a share of those that the random order needs; with a
    /// bootstrap interval over divisions.
    /// </summary>
    /// <param name="part">Part in (0, 1] of what all reviews together gain.</param>
    public BootstrapInterval RatioAt(double part)
    {
        var random = new Random(1);
        var ratios = Enumerable.Range(0, Resamples).Select(_ =>
        {
            int[] drawn = [.. Enumerable.Range(0, Random.Count).Select(_ => random.Next(Random.Count))];
            return Ratio([.. drawn.Select(at => Random[at])], [.. drawn.Select(at => Scored[at])], part);
        }).Order().ToArray();
        return new BootstrapInterval(Ratio(Random, Scored, part), ratios[(int)(0.025 * Resamples)], ratios[(int)(0.975 * Resamples) - 1]);
    }

    private double Ratio(IReadOnlyList<double[]> random, IReadOnlyList<double[]> scored, double part)
    {
        var (plain, better) = (Mean(random), Mean(scored));
        var whole = Math.Max(plain[^1], better[^1]);
        var wanted = plain[0] + (part * (whole - plain[0]));
        return Needed(better, wanted) / Needed(plain, wanted);
    }

    /// <summary>The part of reviews after which a share is reached for the first time, between rounds on a straight line.</summary>
    private double Needed(double[] right, double wanted)
    {
        for (var round = 1; round < right.Length; round++)
        {
            if (right[round] >= wanted)
            {
                var (before, after) = (right[round - 1], right[round]);
                var within = after > before ? Math.Clamp((wanted - before) / (after - before), 0, 1) : 1;
                return Rounds[round - 1] + (within * (Rounds[round] - Rounds[round - 1]));
            }
        }

        return 1;
    }
}
