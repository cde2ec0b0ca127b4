using System.Globalization;
using System.Text;
using FashionRecs.Application.Research;
using FashionRecs.Application.Research.Lab;
using FashionRecs.Application.Shop.Rankings;
using FashionRecs.Experiments.DataPackage;
using FashionRecs.Experiments.Interleaving;
using FashionRecs.Experiments.Interleaving.DataPackage;
using FashionRecs.Experiments.Lab;
using FashionRecs.Experiments.Lab.DataPackage;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Preregistration;
using FashionRecs.Experiments.Results;
using FashionRecs.Tables;
using FashionRecs.Web.Research.Results;

namespace FashionRecs.Web.Research.Export;

/// <summary>Files by which others can check an experiment.</summary>
public static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        var experiment = routes.MapGroup("/research/experiments/{key}")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Researcher));
        experiment.MapGet("/exposures.csv", ExposuresAsync);
        experiment.MapGet("/outcomes.csv", OutcomesAsync);
        experiment.MapGet("/analysis.json", AnalysisAsync);
        experiment.MapGet("/package.zip", PackageAsync);
        experiment.MapGet("/links.csv", LinksAsync);
        experiment.MapGet("/preregistration.json", (string key, IExperimentStore experiments, CancellationToken cancellation) =>
            PreregistrationAsync(key, experiments, "application/json", "json", frozen => Encoding.UTF8.GetBytes(frozen.Document),
                cancellation));
        experiment.MapGet("/preregistration.pdf", (string key, IExperimentStore experiments, CancellationToken cancellation) =>
            PreregistrationAsync(key, experiments, "application/pdf", "pdf", PreregistrationPdf.Of, cancellation));
    }

    private static async Task<IResult> ExposuresAsync(string key, IExposureStore store, IExperimentStore experiments,
        CancellationToken cancellation) =>
        await experiments.FindAsync(key, cancellation) is null
            ? NoSuch(key)
            : Csv($"{key}-exposures.csv", async writer => await ResultsExport.WriteExposuresAsync(
                writer, (await store.ReadAsync(key, cancellation)).Exposures,
                new Pseudonyms(await experiments.PseudonymKeyAsync(key, cancellation)), cancellation));

    private static async Task<IResult> OutcomesAsync(string key, IExposureStore store, IExperimentStore experiments,
        CancellationToken cancellation) =>
        await experiments.FindAsync(key, cancellation) is null
            ? NoSuch(key)
            : Csv($"{key}-outcomes.csv", async writer => await ResultsExport.WriteOutcomesAsync(
                writer, (await store.ReadAsync(key, cancellation)).Outcomes,
                new Pseudonyms(await experiments.PseudonymKeyAsync(key, cancellation)), cancellation));

    private static async Task<IResult> AnalysisAsync(string key, int? phase, ExperimentReader reader, LabReader studies,
        InterleavingReader interleavings, TimeProvider clock, CancellationToken cancellation)
    {
        if (phase is null or 1 && await studies.ReadAsync(key, cancellation) is { } study)
        {
            return TypedResults.File(Encoding.UTF8.GetBytes(LabPackage.Analysis(study, LabAnalysis.Of(study), clock.GetUtcNow())),
                "application/json", $"{key}.json");
        }

        if (await interleavings.ReadAsync(key, phase, cancellation) is { } log)
        {
            return TypedResults.File(Encoding.UTF8.GetBytes(InterleavingPackage.Analysis(log, Reported(log), clock.GetUtcNow())),
                "application/json", $"{key}.json");
        }

        var record = await reader.ReadAsync(key, phase, cancellation);
        if (record?.Phase is null)
        {
            return Missing(key, phase, record);
        }

        var analysis = new ExperimentAnalysis(record);
        var json = ResultsExport.Analysis(analysis.ResultsWithImpressions(), analysis.Settings, clock.GetUtcNow(), record.Experiment.Design,
            analysis.Phase);
        return TypedResults.File(Encoding.UTF8.GetBytes(json), "application/json", $"{key}-phase-{analysis.Phase.Number}.json");
    }

    /// <summary>Everything of a phase in one file, as it can be published.</summary>
    private static async Task<IResult> PackageAsync(
        string key, int? phase, ExperimentReader reader, LabReader studies, InterleavingReader interleavings,
        IExperimentStore experiments, ExperimentOverlaps overlaps, TimeProvider clock, CancellationToken cancellation)
    {
        if (phase is null or 1 && await studies.ReadAsync(key, cancellation) is { } study)
        {
            using var package = new MemoryStream();
            await LabPackage.WriteAsync(package, study, new Pseudonyms(await experiments.PseudonymKeyAsync(key, cancellation)),
                clock.GetUtcNow(), cancellation);
            return TypedResults.File(package.ToArray(), "application/zip", $"{key}.zip");
        }

        if (await interleavings.ReadAsync(key, phase, cancellation) is { } log)
        {
            using var package = new MemoryStream();
            await InterleavingPackage.WriteAsync(package, log, Reported(log),
                new Pseudonyms(await experiments.PseudonymKeyAsync(key, cancellation)), clock.GetUtcNow(), cancellation);
            return TypedResults.File(package.ToArray(), "application/zip", $"{key}.zip");
        }

        var record = await reader.ReadAsync(key, phase, cancellation);
        if (record?.Phase is null)
        {
            return Missing(key, phase, record);
        }

        var analysis = new ExperimentAnalysis(record);
        var pseudonyms = new Pseudonyms(await experiments.PseudonymKeyAsync(key, cancellation));
        using var file = new MemoryStream();
        await PackageWriter.WriteAsync(
            file, analysis.Package(await overlaps.BesideAsync(record, cancellation)), pseudonyms, clock.GetUtcNow(), cancellation);
        return TypedResults.File(file.ToArray(), "application/zip", $"{key}-phase-{analysis.Phase.Number}.zip");
    }

    /// <summary>Participants' links, as platforms that invite people take them.</summary>
    private static async Task<IResult> LinksAsync(string key, HttpRequest request, IExperimentStore experiments,
        IParticipantStore participants, CancellationToken cancellation)
    {
        if (await experiments.FindAsync(key, cancellation) is not
            { Experiment: { Design.Lab: not null, State: not ExperimentState.Draft } })
        {
            return NoSuch(key);
        }

        var codes = new ParticipantCode(await experiments.PseudonymKeyAsync(key, cancellation));
        var links = (await participants.AllAsync(key, cancellation)).Select(participant => new[]
        {
            participant.Number.ToString(CultureInfo.InvariantCulture),
            $"{request.Scheme}://{request.Host}/take-part/{key}/{codes.Of(participant.Number)}",
        });
        return Csv($"{key}-links.csv", async writer =>
        {
            await using var table = new TableWriter(writer, leaveOpen: true);
            foreach (var row in links.Prepend(["participant", "link"]))
            {
                await table.WriteAsync(row, cancellation);
            }
        });
    }

    private static async Task<IResult> PreregistrationAsync(
        string key, IExperimentStore experiments, string type, string ending, Func<FrozenDesign, byte[]> write,
        CancellationToken cancellation) =>
        await experiments.FindAsync(key, cancellation) is not var (experiment, _) ? NoSuch(key)
        : experiment.Preregistration is not { } frozen
            ? TypedResults.Problem($"The experiment '{key}' was not preregistered.", statusCode: StatusCodes.Status404NotFound)
        : TypedResults.File(write(frozen), type, $"{key}-preregistration.{ending}");

    private static InterleavingReport Reported(InterleavingLog log) => InterleavingAnalysis.Of(log, HomeRankings.NameOf);

    private static IResult Missing(string key, int? phase, ExperimentRecord? record) => record is null ? NoSuch(key)
        : TypedResults.Problem(phase is null ? $"The experiment '{key}' has not been started."
            : $"The experiment '{key}' has no phase {phase}.", statusCode: StatusCodes.Status404NotFound);

    private static IResult Csv(string name, Func<TextWriter, Task> write) => TypedResults.Stream(
        async stream =>
        {
            await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            await write(writer);
        },
        "text/csv; charset=utf-8", name);

    private static IResult NoSuch(string key) =>
        TypedResults.Problem($"There is no experiment '{key}'.", statusCode: StatusCodes.Status404NotFound);
}
