using System.Text.Json;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Metrics;
using FashionRecs.Experiments.Results;
using FashionRecs.Application.Research;
using FashionRecs.Tests;
using FashionRecs.Tests.Databases;

namespace FashionRecs.Storage.Tests.Research;

/// <summary>
/// What is computed from the shop's own log, rows written to the file and read back, is what was computed from the rows themselves.
/// </summary>
public abstract class ResultsOfTheLogTests(TestDatabase database) : IDisposable
{
    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Compute_RowsWrittenAndRead_GivesTheSameResults()
    {
        using var shop = database.Open();
        var trial = new Trial().With(400, 0.2, 0.4);
        await shop.Get<IExperimentStore>().SaveAsync(trial.Experiment, 0);
        var log = shop.Get<IExposureStore>();
        await Task.WhenAll(trial.Exposures.Select(exposure => log.LogAsync(exposure)));
        await Task.WhenAll(trial.Outcomes.Select(outcome => log.LogAsync(outcome)));

        var record = await shop.Get<ExperimentReader>().ReadAsync("why");

        Assert.Equal(400, record!.Exposures.Count);
        var results = Results(record.Experiment, record.Exposures, record.Outcomes);
        Assert.Equal(Results(trial.Experiment, trial.Exposures, trial.Outcomes), results);
        Assert.Contains("\"Comparison\":{", results);
    }

    [Fact]
    public async Task LogAsync_ValueThatIsNoNumber_IsRefused()
    {
        using var shop = database.Open();
        var trial = new Trial().With(1, 0, 0);
        var log = shop.Get<IExposureStore>();
        await log.LogAsync(trial.Exposures[0]);

        await Assert.ThrowsAsync<InvalidOperationException>(() => log.LogAsync(trial.Outcomes[0] with { Value = double.NaN }));

        Assert.Empty((await log.ReadAsync("why")).Outcomes);
    }

    private static string Results(
        Experiment experiment, IReadOnlyList<Exposure> exposures, IReadOnlyList<Outcome> outcomes) => JsonSerializer.Serialize(
        ResultsCalculator.Compute(experiment, 1, exposures, outcomes, StandardMetrics.All, new ResultsSettings()),
        new JsonSerializerOptions { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals });
}
