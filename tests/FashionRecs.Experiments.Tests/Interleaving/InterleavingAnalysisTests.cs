using FashionRecs.Experiments.Health;
using FashionRecs.Experiments.Interleaving;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Preregistration;

namespace FashionRecs.Experiments.Tests.Interleaving;

public class InterleavingAnalysisTests
{
    [Fact]
    public void Report_SecondRankingIsLikedMore_SaysSo()
    {
        var report = InterleavingAnalysis.Of(InterleavingTrial.Of(400, 0.05, 0.25), Name);

        Assert.StartsWith("Shoppers prefer 'Taste' to 'Popular':", report.Conclusion, StringComparison.Ordinal);
        Assert.True(report is { IsComplete: true, Result.PValue: < 0.001 });
        Assert.Equal(400, report.Result.ForA + report.Result.ForB + report.Result.Ties);
        Assert.Equal(report.Teams[1].Liked, report.Teams[1].Credited);
        Assert.Equal([1600, 1600], report.Teams.Select(team => team.Shown));
    }

    [Fact]
    public void Report_NoPreference_IsNoProofOfNone() => Assert.Contains("which is not proof that there is none",
        InterleavingAnalysis.Of(InterleavingTrial.Of(400, 0.1, 0.1), Name).Conclusion);

    [Fact]
    public void Report_BeforeThePlannedSize_ConcludesNothing()
    {
        var report = InterleavingAnalysis.Of(InterleavingTrial.Of(60, 0.01, 0.9), Name);

        Assert.False(report.IsComplete);
        Assert.StartsWith("60 of 100 planned shoppers", report.Conclusion, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_EqualRankings_CallsOneBetterInAtMostAlpha()
    {
        var alarms = Enumerable.Range(0, 400).Count(seed =>
            InterleavingAnalysis.Of(InterleavingTrial.Of(100, 0.1, 0.1, seed: seed), Name).Result.PValue < 0.05);

        Assert.InRange(alarms, 1, 28);
    }

    [Fact]
    public void Report_OneRankingIsSeenMore_IsAnAlarm()
    {
        var seen = Enumerable.Range(0, 40).Select(number => InterleavingTrial.Seen($"shopper-{number}", InterleavingTrial.Start)).ToArray();
        var log = InterleavingTrial.Log(InterleavingTrial.Experiment(planned: 10), seen,
            [.. seen.Select(exposure => InterleavingTrial.Act(exposure, OutcomeKind.Impression, "p0", 1, "popular"))]);

        var report = InterleavingAnalysis.Of(log, Name);

        Assert.Equal(("places", HealthLevel.Alarm), (report.Health[0].Check, report.Health[0].Level));
        Assert.StartsWith("Nothing can be concluded", report.Conclusion, StringComparison.Ordinal);
    }

    [Fact]
    public void Credits_SameProductOfBothRankings_GoOnceToTheOneThatHadIt()
    {
        var seen = InterleavingTrial.Seen("shopper", InterleavingTrial.Start);
        var log = InterleavingTrial.Log(InterleavingTrial.Experiment(), [seen],
        [
            InterleavingTrial.Act(seen, OutcomeKind.Impression, "p0", 1, "popular"),
            InterleavingTrial.Act(seen, OutcomeKind.Like, "p0", 2, null),
            InterleavingTrial.Act(seen, OutcomeKind.Impression, "p0", 3, "as-the-shop"),
            InterleavingTrial.Act(seen, OutcomeKind.Bag, "p0", 4, "as-the-shop"),
            // Never in the list, and of a ranking that is not compared.
            InterleavingTrial.Act(seen, OutcomeKind.Like, "p1", 5, null),
            InterleavingTrial.Act(seen, OutcomeKind.Like, "p2", 6, "by-score"),
        ]);

        Assert.Equal(("p0", Team.A), Assert.Single(log.Credits.Select(credit => (credit.Outcome.Product, credit.Team))));
    }

    [Fact]
    public void Credits_OpenedCounts_ForThatCreditAlone()
    {
        var seen = InterleavingTrial.Seen("shopper", InterleavingTrial.Start);
        Outcome[] opened = [InterleavingTrial.Act(seen, OutcomeKind.Click, "p0", 1, "popular")];

        Assert.Empty(InterleavingTrial.Log(InterleavingTrial.Experiment(), [seen], opened).Credits);
        Assert.Single(InterleavingTrial.Log(InterleavingTrial.Experiment(credit: InterleavingCredit.Opened), [seen], opened).Credits);
    }

    [Theory]
    [InlineData("popular", "popular", 0.55, "Both rankings are the same")]
    [InlineData("", "popular", 0.55, "Two rankings are needed")]
    [InlineData("popular", "by-score", 0.5, "above 50 %")]
    public void Design_Unfit_CannotStart(string a, string b, double preference, string said)
    {
        var experiment = InterleavingTrial.Experiment();
        var unfit = experiment with { Design = experiment.Design with { Interleaving = new(a, b) { Preference = preference } } };

        Assert.Contains(said, Assert.Single(DesignCheck.Problems(unfit, [], new HashSet<string>())));
        Assert.Empty(DesignCheck.Problems(experiment, [], new HashSet<string>()));
    }

    [Fact]
    public void Design_Started_IsPreregisteredAndHasNoNewPhase()
    {
        var actions = new ExperimentActions(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(InterleavingTrial.Start));
        var design = InterleavingTrial.Experiment().Design;

        var running = actions.Start(actions.Submit(actions.Create("rank", design, "ada"), [], "ada"), [], "grace");

        Assert.Contains("team draft", running.Preregistration!.Document);
        Assert.Equal(design.Interleaving, PreregistrationDocument.Parse(running.Preregistration.Document).Design.Interleaving);
        Assert.Empty(Deviations.Of(running, 100));
        Assert.Throws<InvalidOperationException>(() => actions.NewPhase(running, design.Arms, 1, "grace"));
    }

    [Fact]
    public void Size_Planned_FindsThePreferenceWithThePower()
    {
        var shoppers = InterleavingSize.Shoppers(0.55, 1, 0.05, 0.8);
        var random = new Random(3);
        var found = Enumerable.Range(0, 2000).Count(_ =>
        {
            var forB = Enumerable.Range(0, (int)shoppers).Count(_ => random.NextDouble() < 0.55);
            return InterleavingTest.Of((int)shoppers - forB, forB, (int)shoppers).PValue < 0.05;
        });

        Assert.InRange(found / 2000.0, 0.75, 0.85);
    }

    private static string Name(string code) => code == "popular" ? "Popular" : "Taste";
}
