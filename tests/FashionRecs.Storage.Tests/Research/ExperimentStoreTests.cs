using FashionRecs.Application.Research;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Assignment;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Storage.Database;
using FashionRecs.Tests;
using FashionRecs.Tests.Databases;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Tests.Research;

public abstract class ExperimentStoreTests(TestDatabase database) : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Save_RunningExperiment_ComesBackWholeAfterARestart()
    {
        using var shop = database.Open();
        var saved = Running(shop);
        await shop.Get<IExperimentStore>().SaveAsync(saved, 0);

        using var restarted = database.Open();
        var (read, revision) = Assert.Single(await restarted.Get<IExperimentStore>().AllAsync());

        Assert.Equal(1, revision);
        Assert.Equal((saved.State, saved.Design.Slot, saved.Design.Hypothesis), (read.State, read.Design.Slot, read.Design.Hypothesis));
        Assert.Equal(saved.Audit, read.Audit);
        Assert.Equal(saved.Phases[0].Arms, read.Phases[0].Arms);
        for (var unit = 0; unit < 100; unit++)
        {
            Assert.Equal(saved.ArmOf($"u{unit}"), read.ArmOf($"u{unit}"));
        }
    }

    [Fact]
    public async Task Save_TwoResearchersAtOnce_TheSecondIsTold()
    {
        using var shop = database.Open();
        var store = shop.Get<IExperimentStore>();
        var experiment = Running(shop);
        var revision = await store.SaveAsync(experiment, 0);
        await store.SaveAsync(shop.Get<ExperimentActions>().Stop(experiment, "Ada", "enough"), revision);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => store.SaveAsync(experiment, revision));
        Assert.Contains("changed by somebody else", refusal.Message);
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.SaveAsync(experiment, 0));
        Assert.Equal(ExperimentState.Stopped, Assert.Single(await store.AllAsync()).Experiment.State);
    }

    [Fact]
    public async Task Log_TheSameRowsTwice_CountOnceAndComeBackEqual()
    {
        using var shop = database.Open();
        var store = shop.Get<IExposureStore>();
        var exposure =
            new Exposure("why", 1, "u1", "box", Start, "p1", 3, "neckline: V", new(1, 2, 3, 4)) { View = new BoxWithWords(),
            Segments = new Dictionary<string, string> { ["device"] = "phone" } };
        var outcome = new Outcome(Guid.NewGuid(), exposure.Id, OutcomeKind.Dwell, Start.AddSeconds(5), 4.5, "p1", "neckline: V")
        {
            View = new BoxWithWords(), AvailableReason = "collar: Shawl", Question = OutcomeKind.Trust, Ranking = "popular",
        };

        Assert.True(await store.LogAsync(exposure));
        Assert.False(await store.LogAsync(exposure with { At = Start.AddDays(1) }));
        Assert.True(await store.LogAsync(outcome));
        Assert.False(await store.LogAsync(outcome));
        Assert.False(await store.LogAsync(outcome with { Id = Guid.NewGuid(), ExposureId = "why/1/box/nobody" }));
        var (exposures, outcomes) = await store.ReadAsync("why");

        Assert.Equal(exposure with { Segments = exposures[0].Segments }, Assert.Single(exposures));
        Assert.Equal("phone", exposures[0].Segments["device"]);
        Assert.Equal(outcome, Assert.Single(outcomes));
    }

    [Fact]
    public async Task Log_OutcomeInTheMomentOfItsExposure_IsNotBeforeIt()
    {
        using var shop = database.Open();
        var store = shop.Get<IExposureStore>();
        var moment = Start.AddTicks(9_876);
        var exposure = new Exposure("why", 1, "u1", "box", moment, "p1", 1);
        await store.LogAsync(exposure);
        await store.LogAsync(new Outcome(Guid.NewGuid(), exposure.Id, OutcomeKind.Impression, moment));

        var (exposures, outcomes) = await store.ReadAsync("why");

        Assert.Equal(Assert.Single(exposures).At, Assert.Single(outcomes).At);
    }

    [Fact]
    public async Task Find_DesignFromBeforeViewsHadFiles_OpensWithThem()
    {
        using var shop = database.Open();
        string[] codes = ["none", "words", "box", "map", "boxWithWords", "boxWithWordsAndShares", "contrast", "placebo"];
        var arms = string.Join(",", codes.Select(code => $$"""{"key":"{{code}}","weight":0.125,"view":"{{code}}","ranking":"asTheShop"}"""));
        var document = $$"""{"key":"why","design":{"hypothesis":"","arms":[{{arms}}],"surface":"everywhere"},"state":"draft","phases":[],"audit":[],"current":null}""";
        await shop.Get<ShopDatabase>().RunAsync(context =>
            context.Database.ExecuteSqlAsync(
            $"INSERT INTO \"Experiments\" (\"Key\", \"Revision\", \"Document\") VALUES ({"why"}, {1}, {document})"));

        var (experiment, _) = (await shop.Get<IExperimentStore>().FindAsync("why"))!.Value;

        Assert.Equal<ExplanationView?>(
            [new NoExplanation(), new WordsOnly(), new BoxOnly(), new MapOnly(), new BoxWithWords(), new BoxWithWordsAndContributions(),
                new Contrast(), new Placebo()],
            experiment.Design.Arms.Select(arm => arm.View));
    }

    [Fact]
    public async Task Read_ExposureFromBeforeViewsWereLogged_HasNone()
    {
        using var shop = database.Open();
        const string document = """{"experiment":"why","phase":1,"unit":"u1","arm":"box","at":"2026-03-01T09:00:00.1234567+00:00","product":"p1","position":3,"reason":"neckline: V","region":null,"isPlacebo":false,"segments":{"device":"phone"}}""";
        await shop.Get<ShopDatabase>().RunAsync(context => context.Database.ExecuteSqlAsync(
            $"INSERT INTO \"Exposures\" (\"Id\", \"Experiment\", \"Unit\", \"Document\") VALUES ({"why/1/box/u1"}, {"why"}, {"u1"}, {document})"));

        var exposure = Assert.Single((await shop.Get<IExposureStore>().ReadAsync("why")).Exposures);

        Assert.Equal(("box", 3, null), (exposure.Arm, exposure.Position, exposure.View));
    }

    [Fact]
    public async Task Delete_ShopperInsideARunningExperiment_OnlyTheirRowsGo()
    {
        using var shop = database.Open();
        var store = shop.Get<IExposureStore>();
        var (gone, stays) = (Guid.NewGuid(), Guid.NewGuid());
        foreach (var shopper in new[] { gone, stays })
        {
            var exposure = new Exposure("why", 1, shopper.ToString(), "box", Start, "p1", 1);
            await store.LogAsync(exposure);
            await store.LogAsync(new Outcome(Guid.NewGuid(), exposure.Id, OutcomeKind.Like, Start));
        }

        await shop.Get<IShopperStore>().DeleteAsync(gone);
        var (exposures, outcomes) = await store.ReadAsync("why");

        Assert.Equal(stays.ToString(), Assert.Single(exposures).Unit);
        Assert.Equal(exposures[0].Id, Assert.Single(outcomes).ExposureId);
        Assert.Equal([new DeletedUnits(1, "box", 1)], await store.DeletedAsync("why"));
        await shop.Get<IShopperStore>().DeleteAsync(stays);
        Assert.Equal([new DeletedUnits(1, "box", 2)], await store.DeletedAsync("why"));
    }

    [Fact]
    public async Task Delete_ShopperOfAStoppedExperiment_LeavesOneInItsArmsCountAndInTheReport()
    {
        using var shop = database.Open();
        var running = Running(shop);
        await shop.Get<IExperimentStore>().SaveAsync(shop.Get<ExperimentActions>().Stop(running, "Ada", "Enough."), 0);
        var (gone, stays) = (Guid.NewGuid(), Guid.NewGuid());
        foreach (var shopper in new[] { gone, stays })
        {
            await shop.Get<IExposureStore>().LogAsync(
                new Exposure(running.Key, 1, shopper.ToString(), running.Design.Arms[1].Key, running.Phases[0].StartedAt, "p1", 1));
        }

        await shop.Get<IShopperStore>().DeleteAsync(gone);
        var record = (await shop.Get<ExperimentReader>().ReadAsync(running.Key))!;

        Assert.Equal(stays.ToString(), Assert.Single(record.Exposures).Unit);
        Assert.Equal((running.Design.Arms[1].Key, 1), (record.Deleted.Single().Key, record.Deleted.Single().Value));
        Assert.Equal(ExperimentState.Stopped, record.Experiment.State);
    }

    [Fact]
    public async Task Merge_SameArmOnTwoDevices_KeepsTheEarliestExposureAndNothingComesBeforeIt()
    {
        using var shop = new TestShop();
        var store = shop.Get<IExposureStore>();
        var (device, account) = (Guid.NewGuid(), Guid.NewGuid());
        var early = new Exposure("why", 1, device.ToString(), "box", Start, "p1", 1);
        var late = new Exposure("why", 1, account.ToString(), "box", Start.AddHours(5), "p2", 3);
        await store.LogAsync(late);
        await store.LogAsync(early);
        await store.LogAsync(new Outcome(Guid.NewGuid(), early.Id, OutcomeKind.Like, Start.AddMinutes(1)));

        await shop.Get<IShopperStore>().MergeAsync(device, account);
        var (exposures, outcomes) = await store.ReadAsync("why");

        var kept = Assert.Single(exposures);
        Assert.Equal((account.ToString(), Start, "p1"), (kept.Unit, kept.At, kept.Product));
        Assert.Equal((kept.Id, true), (Assert.Single(outcomes).ExposureId, outcomes[0].At >= kept.At));
    }

    [Fact]
    public async Task Read_PhaseThatIsNone_HasNoPhaseInsteadOfTheLast()
    {
        using var shop = new TestShop();
        await shop.Get<IExperimentStore>().SaveAsync(Running(shop), 0);
        var reader = shop.Get<ExperimentReader>();

        Assert.Null((await reader.ReadAsync("why", 7))!.Phase);
        Assert.Equal(1, (await reader.ReadAsync("why"))!.Phase!.Number);
    }

    private static Experiment Running(TestShop shop)
    {
        var actions = shop.Get<ExperimentActions>();
        var draft = actions.Create("why", new()
        {
            Hypothesis = "A marked region makes a reason easier to believe.",
            Arms = [new("control", 0.5, new WordsOnly()), new("box", 0.5, new BoxWithWords())],
            Slot = new LayerSlot("reasons", new BucketRange(0, 0.5)),
            PrimaryMetric = "persuasion",
            PlannedPerArm = 100,
        }, "Ada");
        return actions.Start(actions.Submit(draft, [], "Ada"), [], "Grace");
    }
}
