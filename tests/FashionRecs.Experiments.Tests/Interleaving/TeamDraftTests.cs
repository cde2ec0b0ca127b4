using FashionRecs.Experiments.Interleaving;
using FashionRecs.Experiments.Simulation;

namespace FashionRecs.Experiments.Tests.Interleaving;

public class TeamDraftTests
{
    [Fact]
    public void Interleave_CoinGiven_PicksInTurnsAndNothingTwice()
    {
        var list = TeamDraft.Interleave(["a", "b", "c", "d"], ["b", "e", "a", "f"], 6, round => round == 0);

        Assert.Equal([("a", Team.A), ("b", Team.B), ("e", Team.B), ("c", Team.A), ("f", Team.B), ("d", Team.A)], list);
    }

    [Fact]
    public void Interleave_RankingsThatEnd_GiveAllTheyHave()
    {
        Assert.Equal(["a", "b", "c"], TeamDraft.Interleave(["a"], ["a", "b", "c"], 9, _ => true).Select(entry => entry.Item));
        Assert.Empty(TeamDraft.Interleave<string>([], [], 9, _ => true));
    }

    [Fact]
    public void Interleave_SameRanking_IsThatRankingWithFairTeams()
    {
        var random = new Random(2);
        var first = 0;
        for (var list = 0; list < 2000; list++)
        {
            var interleaved = TeamDraft.Interleave([1, 2, 3, 4], [1, 2, 3, 4], 4, _ => random.Next(2) == 0);
            Assert.Equal([1, 2, 3, 4], interleaved.Select(entry => entry.Item));
            first += interleaved[0].Team == Team.A ? 1 : 0;
        }

        Assert.InRange(first, 900, 1100);
    }

    [Fact]
    public void Test_OneProductChosenManyWays_CountsOncePerShopper()
    {
        var result = InterleavingTest.Of(
            [("u1", "p1", Team.B), ("u1", "p1", Team.B), ("u1", "p2", Team.A), ("u2", "p1", Team.B), ("u3", "p3", Team.A),
                ("u3", "p4", Team.A)], 5);

        Assert.Equal((1, 1, 3), (result.ForA, result.ForB, result.Ties));
        Assert.Equal(1, result.PValue);
        // Ten of ten: 2 / 2^10.
        Assert.Equal(2 / 1024.0, InterleavingTest.Of(Enumerable.Range(0, 10).Select(unit => ($"u{unit}", "p", Team.B)), 10).PValue, 12);
    }

    [Fact]
    public void Simulate_BetterRanking_IsFoundWithFewerShoppersAndWithinAlpha()
    {
        var counts = InterleavingSimulator.Run(new() { NoiseOfB = 0.4, Experiments = 200 });

        Assert.True(counts.FalseAlarms.Low <= 0.05);
        Assert.True(counts.Agreement.High >= 0.95);
        Assert.InRange(counts.Found.Share, 0.7, 0.9);
        Assert.True(counts.Saving > 3);
    }
}
