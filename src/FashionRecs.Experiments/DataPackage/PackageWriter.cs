using FashionRecs.Experiments.Results;

namespace FashionRecs.Experiments.DataPackage;

/// <summary>
/// Writes a phase as one ZIP that can be published: pseudonymous tables, a codebook, the design, and scripts in R and Python that compute
/// every number of the report from them. No account's number, no researcher's name and no secret is in it.
/// </summary>
public static class PackageWriter
{
    private static readonly string[] Scripts = ["reproduce.py", "mixed.py", "reproduce.R", "mixed.R", "README.txt"];

    /// <summary>Writes the ZIP.</summary>
    /// <param name="target">Where to; it need not be seekable and stays open.</param>
    /// <param name="pseudonyms">The experiment's.</param>
    /// <param name="at">When it is made; the time of every file in it.</param>
    public static async Task WriteAsync(Stream target, PackageContent content, Pseudonyms pseudonyms, DateTimeOffset at,
        CancellationToken cancellation = default)
    {
        using var archive = new PackageArchive(target, at);
        foreach (var (file, rows) in new PackageTables(content, pseudonyms).All())
        {
            await archive.AddAsync(file, rows, cancellation);
        }

        await archive.AddAsync("design.json", ResultsExport.Json(new
        {
            experiment = content.Experiment.Key, computed_at = at, code_version = ResultsExport.CodeVersion,
            design = content.Experiment.Design, phase = content.Phase,
            history = content.Experiment.Audit.Select(entry => new { entry.At, entry.What }),
        }), cancellation);
        await archive.AddAsync("report.json",
            ResultsExport.Analysis(content.Results, content.Settings, at, content.Experiment.Design, content.Phase), cancellation);
        foreach (var script in Scripts)
        {
            await archive.AddShippedAsync("DataPackage", script, cancellation);
        }
    }
}
