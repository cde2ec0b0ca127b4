using System.Text;
using FashionRecs.Application.Research;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Results;
using FashionRecs.Web.Research.Results;

namespace FashionRecs.Web.Research.Export;

/// <summary>Files by which others can check an experiment.</summary>
public static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        var experiment = routes.MapGroup("/research/experiments/{key}").RequireAuthorization(policy => policy.RequireRole(Roles.Researcher));
        experiment.MapGet("/exposures.csv", ExposuresAsync);
        experiment.MapGet("/outcomes.csv", OutcomesAsync);
        experiment.MapGet("/analysis.json", AnalysisAsync);
    }

    private static async Task<IResult> ExposuresAsync(string key, IExposureStore store, IExperimentStore experiments, UnitNames units, CancellationToken cancellation) =>
        await experiments.FindAsync(key, cancellation) is null
            ? NoSuch(key)
            : Csv($"{key}-exposures.csv", async writer => await ResultsExport.WriteExposuresAsync(writer, await NamelessExposuresAsync(key, store, units, cancellation), cancellation));

    private static async Task<IResult> OutcomesAsync(string key, IExposureStore store, IExperimentStore experiments, UnitNames units, CancellationToken cancellation) =>
        await experiments.FindAsync(key, cancellation) is null
            ? NoSuch(key)
            : Csv($"{key}-outcomes.csv", async writer => await ResultsExport.WriteOutcomesAsync(writer, await NamelessOutcomesAsync(key, store, units, cancellation), cancellation));

    private static async Task<IEnumerable<Exposure>> NamelessExposuresAsync(string key, IExposureStore store, UnitNames units, CancellationToken cancellation)
    {
        var name = await units.OfAsync(key);
        return (await store.ReadAsync(key, cancellation)).Exposures.Select(exposure => exposure with { Unit = name(exposure.Unit) });
    }

    /// <summary>Outcomes that name their exposures as the file of exposures does.</summary>
    private static async Task<IEnumerable<Outcome>> NamelessOutcomesAsync(string key, IExposureStore store, UnitNames units, CancellationToken cancellation)
    {
        var name = await units.OfAsync(key);
        var (exposures, outcomes) = await store.ReadAsync(key, cancellation);
        var names = exposures.ToDictionary(exposure => exposure.Id, exposure => (exposure with { Unit = name(exposure.Unit) }).Id, StringComparer.Ordinal);
        return outcomes.Select(outcome => outcome with { ExposureId = names.GetValueOrDefault(outcome.ExposureId, "") });
    }

    private static async Task<IResult> AnalysisAsync(string key, int? phase, ExperimentReader reader, TimeProvider clock, CancellationToken cancellation)
    {
        var record = await reader.ReadAsync(key, phase, cancellation);
        if (record?.Phase is null)
        {
            return record is null ? NoSuch(key) : TypedResults.Problem($"The experiment '{key}' has not been started.", statusCode: StatusCodes.Status404NotFound);
        }

        var analysis = new ExperimentAnalysis(record);
        var json = ResultsExport.Analysis(analysis.Results(), analysis.Settings, clock.GetUtcNow(), record.Experiment.Design, analysis.Phase);
        return TypedResults.File(Encoding.UTF8.GetBytes(json), "application/json", $"{key}-phase-{analysis.Phase.Number}.json");
    }

    private static IResult Csv(string name, Func<TextWriter, Task> write) => TypedResults.Stream(
        async stream =>
        {
            await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            await write(writer);
        },
        "text/csv; charset=utf-8", name);

    private static IResult NoSuch(string key) => TypedResults.Problem($"There is no experiment '{key}'.", statusCode: StatusCodes.Status404NotFound);
}
