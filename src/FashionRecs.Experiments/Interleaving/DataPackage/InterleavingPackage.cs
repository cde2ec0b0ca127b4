using System.Globalization;
using FashionRecs.Experiments.DataPackage;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Results;

namespace FashionRecs.Experiments.Interleaving.DataPackage;

/// <summary>
/// Writes an interleaving as one ZIP that can be published, as <see cref="PackageWriter"/> does an experiment with arms.
/// </summary>
public static class InterleavingPackage
{
    private static readonly string[] Scripts = ["reproduce.py", "reproduce.R", "README.txt"];

    /// <summary>Writes the ZIP.</summary>
    /// <param name="target">Where to; it need not be seekable and stays open.</param>
    /// <param name="report">The report of the log.</param>
    /// <param name="pseudonyms">The experiment's.</param>
    /// <param name="at">When it is made; the time of every file in it.</param>
    public static async Task WriteAsync(Stream target, InterleavingLog log, InterleavingReport report, Pseudonyms pseudonyms,
        DateTimeOffset at, CancellationToken cancellation = default)
    {
        using var archive = new PackageArchive(target, at);
        await archive.AddAsync("units.csv", Units(log, pseudonyms), cancellation);
        await archive.AddAsync("acts.csv", Acts(log, pseudonyms), cancellation);
        await archive.AddAsync("settings.csv", Settings(log), cancellation);
        await archive.AddAsync("report.csv", Report(report), cancellation);
        await archive.AddAsync("codebook.csv", Codebook(), cancellation);
        await archive.AddAsync("design.json", ResultsExport.Json(new
        {
            experiment = log.Experiment.Key, computed_at = at, code_version = ResultsExport.CodeVersion,
            design = log.Experiment.Design, phase = log.Phase,
            history = log.Experiment.Audit.Select(entry => new { entry.At, entry.What }),
        }), cancellation);
        await archive.AddAsync("report.json", Analysis(log, report, at), cancellation);
        foreach (var script in Scripts)
        {
            await archive.AddShippedAsync("Interleaving/DataPackage", script, cancellation);
        }
    }

    /// <summary>The analysis as JSON, with the design that made it and the version of the code.</summary>
    public static string Analysis(InterleavingLog log, InterleavingReport report, DateTimeOffset at) => ResultsExport.Json(new
    {
        computed_at = at, code_version = ResultsExport.CodeVersion, design = log.Experiment.Design, phase = log.Phase, results = report,
    });

    private static IEnumerable<string?[]> Units(InterleavingLog log, Pseudonyms pseudonyms) =>
        log.Screen.Rows.Select(row => (row, "counted")).Concat(log.Screen.Bots.Select(row => (row, "program")))
            .Select(entry => new string?[] { pseudonyms.Of(entry.row.Exposure.Unit), entry.Item2, Time(entry.row.Exposure.At) })
            .Prepend(["unit", "status", "first_exposure"]);

    private static IEnumerable<string?[]> Acts(InterleavingLog log, Pseudonyms pseudonyms) => log.Acts.Select(act => new string?[]
        {
            pseudonyms.Of(act.Unit), act.Outcome.Product, act.Outcome.Kind.Word(), log.Rankings.Of(act.Team), Time(act.Outcome.At),
        })
        .Prepend(["unit", "product", "kind", "ranking", "at"]);

    private static IEnumerable<string?[]> Settings(InterleavingLog log) =>
    [
        ["setting", "value"], ["ranking_a", log.Rankings.A], ["ranking_b", log.Rankings.B],
        ["opened_counts", log.Rankings.Counts(OutcomeKind.Click) ? "1" : "0"],
        ["alpha", Number(log.Experiment.Design.Comparison.Alpha)], ["planned", Number(log.Experiment.Design.PlannedUnits)],
        ["deleted_on_request", Number(log.Deleted.Values.Sum())],
    ];

    private static IEnumerable<string?[]> Report(InterleavingReport report)
    {
        var result = report.Result;
        var figures = new List<(string Ranking, string Figure, double Value)>
        {
            ("", "shoppers", report.Shoppers), ("", "for_a", result.ForA), ("", "for_b", result.ForB), ("", "ties", result.Ties),
            ("", "share_for_b", result.PreferenceForB.Share), ("", "low", result.PreferenceForB.Low),
            ("", "high", result.PreferenceForB.High),
            ("", "p", result.PValue), ("", "p_places", report.Health[0].Values["p"]),
        };
        foreach (var team in report.Teams)
        {
            figures.AddRange([(team.Ranking, "shown", team.Shown), (team.Ranking, "opened", team.Opened),
                (team.Ranking, "liked", team.Liked), (team.Ranking, "bagged", team.Bagged), (team.Ranking, "credited", team.Credited)]);
        }

        return figures.Where(figure => double.IsFinite(figure.Value))
            .Select(figure => new string?[] { figure.Ranking, figure.Figure, Number(figure.Value) })
            .Prepend(["ranking", "figure", "value"]);
    }

    private static IEnumerable<string?[]> Codebook() =>
    [
        ["file", "column", "meaning"],
        ["units.csv", "unit", "Pseudonym of a shopper; the same in all files, another one in each experiment."],
        ["units.csv", "status", "counted; program (acted like one, kept out)."],
        ["units.csv", "first_exposure", "When the row was first on their screen, UTC."],
        ["acts.csv", "all", "What counted shoppers did with products that a ranking had picked for them, in the order of time for each."],
        ["acts.csv", "kind", "Impression (half on screen for a second), Click (opened), Like (before opening), LikeOpened, Bag, "
            + "and others."],
        ["acts.csv", "ranking", "The ranking that picked the product; for what was done on other pages, the one that had it last."],
        ["settings.csv", "opened_counts", "1 where opening a product is credited, too."],
        ["report.csv", "all", "Every number of the report, unrounded; reproduce.py and reproduce.R compute each again from the "
            + "other files."],
    ];

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
