using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Overlap;
using FashionRecs.Experiments.Statistics;
using FashionRecs.Tests;

namespace FashionRecs.Experiments.Tests.Overlap;

public class ExperimentOverlapTests
{
    /// <summary>Against R's chisq.test without continuity correction, which is for two rows and two columns alone.</summary>
    [Fact]
    public void Independence_Table_HasThePValueOfR() => Assert.Equal(
        0.08037851, new OverlapTable(["a", "b"], ["c", "d", "e"], [[52, 40, 55], [48, 60, 45]]).IndependencePValue()!.Value, 8);

    [Theory]
    [InlineData(3, 2, 2, 3)]
    [InlineData(50, 50, 0, 0)]
    public void Independence_TooFew_HasNone(int a, int b, int c, int d) =>
        Assert.Null(new OverlapTable(["a", "b"], ["c", "d"], [[a, b], [c, d]]).IndependencePValue());

    /// <summary>Against the quadratic form solved by R.</summary>
    [Fact]
    public void Interaction_TwoByThree_HasThePValueOfR()
    {
        MeanStatistic[] cells =
        [
            Cell(100, 10, 4), Cell(120, 11, 5), Cell(110, 12, 6), Cell(90, 10.5, 4.5), Cell(130, 12.2, 5.5), Cell(105, 12.9, 3),
        ];

        Assert.Equal(0.243187698929175, InteractionTest.PValue([cells[..3], cells[3..]])!.Value, 10);
        Assert.Equal(0.243187698929175,
            InteractionTest.PValue([[cells[0], cells[3]], [cells[1], cells[4]], [cells[2], cells[5]]])!.Value, 10);
    }

    /// <summary>Montgomery's 2×2 data: the square of the interaction's ratio is F, 2.13.</summary>
    [Fact]
    public void Interaction_TwoByTwo_IsTheContrastsRatio()
    {
        var p = InteractionTest.PValue([
            [MeanStatistic.Of([28, 25, 27]), MeanStatistic.Of([36, 32, 32])],
            [MeanStatistic.Of([18, 19, 23]), MeanStatistic.Of([31, 30, 29])]])!.Value;

        Assert.Equal(2 * (1 - MathNet.Numerics.Distributions.Normal.CDF(0, 1, Math.Sqrt(2.12766))), p, 5);
    }

    [Fact]
    public void Interaction_NoneInTruth_IsFoundAsOftenAsAlphaAllows()
    {
        var (random, found) = (new Random(2), 0);
        for (var experiment = 0; experiment < 1000; experiment++)
        {
            MeanStatistic[][] cells = [.. Enumerable.Range(0, 2).Select(row => Enumerable.Range(0, 3).Select(column =>
                MeanStatistic.Of(Enumerable.Range(0, 100).Select(_ => random.NextDouble() < 0.2 + (0.2 * row) + (0.1 * column) ? 1.0 : 0)))
                .ToArray())];
            found += InteractionTest.PValue(cells) < 0.05 ? 1 : 0;
        }

        Assert.InRange(found, 30, 72);
    }

    [Fact]
    public void Pairs_IndependentExperiments_AreFine()
    {
        var pair = Assert.Single(ExperimentOverlap.Pairs(Sides(dependent: false, interaction: 0)));

        Assert.False(pair.IsDependent);
        Assert.Equal(4000, pair.Table.Shared);
        Assert.Equal(["why", "where"], pair.Interactions.Select(interaction => interaction.Experiment));
        Assert.All(pair.Interactions, interaction => Assert.True(interaction.CorrectedPValue > 0.001));
    }

    [Fact]
    public void Pairs_OneAssignmentKnowsTheOther_IsAnAlarm() =>
        Assert.True(Assert.Single(ExperimentOverlap.Pairs(Sides(dependent: true, interaction: 0))).IsDependent);

    [Fact]
    public void Pairs_EffectOnlyBesideOneArm_IsAnInteraction()
    {
        var pair = Assert.Single(ExperimentOverlap.Pairs(Sides(dependent: false, interaction: 0.3)));

        Assert.True(pair.Interactions[0].CorrectedPValue < 0.001);
    }

    [Fact]
    public void Pairs_NoSharedShopper_HaveNothingToSay()
    {
        var (one, other) = (new Trial().With(500, 0.3, 0.3), new Trial());
        other.Experiment = other.Experiment with { Key = "where" };

        var pair = ExperimentOverlap.Of(Side(one), Side(other));

        Assert.Equal((0, null, 0), (pair.Table.Shared, pair.Independence, pair.Interactions.Count));
    }

    [Fact]
    public void Pairs_FewSharedShoppers_SayWhatIsMissing()
    {
        var (one, other) = (new Trial().With(60, 0.3, 0.3), new Trial().With(60, 0.3, 0.3));

        Assert.All(ExperimentOverlap.Of(Side(one), Side(other)).Interactions,
            interaction => Assert.StartsWith("Not enough data yet", interaction.NotYet));
    }

    private static OverlapSide[] Sides(bool dependent, double interaction)
    {
        Arm[] arms = [new("words", 0.5, new WordsOnly()), new("map", 0.5, new MapOnly())];
        var (one, other, random) = (new Trial(), new Trial(), new Random(8));
        other.Experiment = other.Experiment with { Key = "where", Phases = [new Phase(1, "where:1", arms, 1, Trial.Start)] };
        var second = new List<Exposure>();
        for (var unit = 0; unit < 4000; unit++)
        {
            var exposure = one.Expose($"u{unit}", unit % 2 == 0 ? "control" : "box", Trial.Start.AddMinutes(unit));
            var beside = (dependent && random.NextDouble() < 0.1 ? unit % 2 == 0 : random.Next(2) == 0) ? "words" : "map";
            second.Add(new Exposure("where", 1, $"u{unit}", beside, Trial.Start.AddMinutes(unit), "p", 1));
            if (random.NextDouble() < 0.3 + (exposure.Arm == "box" && beside == "map" ? interaction : 0))
            {
                one.Add(exposure, OutcomeKind.Like);
            }
        }

        var likes = second.Where(_ => random.NextDouble() < 0.3).Select((seen, at) =>
            new Outcome(new Guid(at, 7, 0, new byte[8]), seen.Id, OutcomeKind.Like, seen.At.AddMinutes(1)));
        return [Side(one), OverlapSide.Of(other.Experiment, other.Experiment.Phases[0], second, likes)];
    }

    private static OverlapSide Side(Trial trial) =>
        OverlapSide.Of(trial.Experiment, trial.Experiment.Phases[0], trial.Exposures, trial.Outcomes);

    private static MeanStatistic Cell(long n, double mean, double variance) =>
        new(n, n * mean, (variance * (n - 1)) + (n * mean * mean));
}
