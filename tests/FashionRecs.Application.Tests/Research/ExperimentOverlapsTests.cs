using FashionRecs.Application.Research;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FashionRecs.Application.Tests.Research;

public sealed class ExperimentOverlapsTests : IDisposable
{
    private readonly TestShop shop = new(configure: services => services.AddSingleton(new CalendarOptions { TimeZone = "Europe/Berlin" }));

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task RunningPairs_TwoThatRunAndOneThatStopped_ArePairedByTheirShoppers()
    {
        var trial = await SaveAsync("why", ExperimentState.Running);
        await SaveAsync("where", ExperimentState.Running);
        await SaveAsync("gone", ExperimentState.Stopped);

        var pair = Assert.Single(await shop.Get<ExperimentOverlaps>().RunningPairsAsync(TestContext.Current.CancellationToken));

        Assert.Equal(("where", "why", trial.Exposures.Count), (pair.One, pair.Other, (int)pair.Table.Shared));
    }

    [Fact]
    public async Task Beside_PhaseThatEndedBefore_IsLeftOut()
    {
        await SaveAsync("why", ExperimentState.Running);
        await SaveAsync("where", ExperimentState.Running);
        await SaveAsync("gone", ExperimentState.Stopped, Trial.Start.AddDays(-1));
        var record = (await shop.Get<ExperimentReader>().ReadAsync("why", cancellation: TestContext.Current.CancellationToken))!;

        var beside = await shop.Get<ExperimentOverlaps>().BesideAsync(record, TestContext.Current.CancellationToken);

        Assert.Equal(["where"], beside.Select(side => side.Experiment.Key));
        Assert.Equal("Europe/Berlin", record.Zone.Id);
        Assert.Equal("Sunday", record.Exposures[0].Segments["weekday"]);
    }

    [Theory]
    [InlineData("Europe/Berlin", true)]
    [InlineData("Europe/Atlantis", false)]
    [InlineData("", false)]
    public void TimeZone_ThatNobodyKnows_IsRefusedByName(string zone, bool known)
    {
        var results = shop.Get<IEnumerable<IValidateOptions<CalendarOptions>>>()
            .Select(validator => validator.Validate(null, new CalendarOptions { TimeZone = zone })).ToArray();

        Assert.Equal(known, results.All(result => result.Succeeded));
        Assert.True(known || results.Any(result => result.FailureMessage?.Contains("Calendar:TimeZone", StringComparison.Ordinal) == true));
    }

    private async Task<Trial> SaveAsync(string key, ExperimentState state, DateTimeOffset? end = null)
    {
        var trial = new Trial().With(30, 0.3, 0.3);
        var phase = trial.Experiment.Phases[0] with
        {
            StartedAt = end?.AddDays(-9) ?? Trial.Start, EndedAt = state == ExperimentState.Running ? null : end ?? Trial.Start.AddDays(3),
        };
        await shop.Get<IExperimentStore>().SaveAsync(trial.Experiment with { Key = key, State = state, Phases = [phase] }, 0,
            TestContext.Current.CancellationToken);
        foreach (var exposure in trial.Exposures)
        {
            await shop.Get<IExposureStore>().LogAsync(exposure with { Experiment = key });
        }

        return trial;
    }
}
