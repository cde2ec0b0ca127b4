using FashionRecs.Experiments.DataPackage;
using FashionRecs.Experiments.Results;

namespace FashionRecs.Experiments.Lab.DataPackage;

/// <summary>
/// Writes a study with participants as one ZIP that can be published, as <see cref="PackageWriter"/> does an experiment with shoppers.
/// What participants wrote in their own words is not in it: they may have named themselves.
/// </summary>
public static class LabPackage
{
    private static readonly string[] Scripts = ["reproduce.py", "reproduce.R", "README.txt"];

    /// <summary>Writes the ZIP.</summary>
    /// <param name="target">Where to; it need not be seekable and stays open.</param>
    /// <param name="pseudonyms">The experiment's.</param>
    /// <param name="at">When it is made; the time of every file in it.</param>
    public static async Task WriteAsync(Stream target, LabLog log, Pseudonyms pseudonyms, DateTimeOffset at,
        CancellationToken cancellation = default)
    {
        var results = LabAnalysis.Of(log);
        using var archive = new PackageArchive(target, at);
        foreach (var (file, rows) in new LabTables(log, results, pseudonyms).All())
        {
            await archive.AddAsync(file, rows, cancellation);
        }

        await archive.AddAsync("design.json", ResultsExport.Json(new
        {
            experiment = log.Experiment.Key, computed_at = at, code_version = ResultsExport.CodeVersion,
            design = log.Experiment.Design, phase = log.Phase,
            history = log.Experiment.Audit.Select(entry => new { entry.At, entry.What }),
        }), cancellation);
        await archive.AddAsync("report.json", Analysis(log, results, at), cancellation);
        foreach (var script in Scripts)
        {
            await archive.AddShippedAsync("Lab/DataPackage", script, cancellation);
        }
    }

    /// <summary>The analysis as JSON, with the design that made it and the version of the code.</summary>
    public static string Analysis(LabLog log, LabResults results, DateTimeOffset at) => ResultsExport.Json(new
    {
        computed_at = at, code_version = ResultsExport.CodeVersion, design = log.Experiment.Design, phase = log.Phase, results,
    });
}
