using System.IO.Compression;
using System.Text;
using System.Text.Json;
using FashionRecs.Experiments.Lifecycle;
using FashionRecs.Experiments.Results;
using FashionRecs.Tables;

namespace FashionRecs.Experiments.DataPackage;

/// <summary>
/// Writes a phase as one ZIP that can be published: pseudonymous tables, a codebook, the design, and scripts in R and Python that compute
/// every number of the report from them. No account's number, no researcher's name and no secret is in it.
/// </summary>
public static class PackageWriter
{
    private static readonly string[] Scripts = ["reproduce.py", "reproduce.R", "README.txt"];

    /// <summary>Writes the ZIP.</summary>
    /// <param name="target">Where to; it need not be seekable and stays open.</param>
    /// <param name="pseudonyms">The experiment's.</param>
    /// <param name="at">When it is made; the time of every file in it.</param>
    public static async Task WriteAsync(Stream target, PackageContent content, Pseudonyms pseudonyms, DateTimeOffset at,
        CancellationToken cancellation = default)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        foreach (var (file, rows) in new PackageTables(content, pseudonyms).All())
        {
            await using var text = new StreamWriter(Entry(file), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            await using var table = new TableWriter(text, leaveOpen: true);
            foreach (var row in rows)
            {
                await table.WriteAsync(row, cancellation);
            }
        }

        await WriteTextAsync("design.json", ResultsExport.Json(new
        {
            experiment = content.Experiment.Key, computed_at = at, code_version = ResultsExport.CodeVersion,
            design = content.Experiment.Design, phase = content.Phase,
            history = content.Experiment.Audit.Select(entry => new { entry.At, entry.What }),
        }));
        await WriteTextAsync("report.json",
            ResultsExport.Analysis(content.Results, content.Settings, at, content.Experiment.Design, content.Phase));
        foreach (var script in Scripts)
        {
            using var source = typeof(PackageWriter).Assembly.GetManifestResourceStream($"DataPackage/{script}")
                ?? throw new InvalidOperationException($"The script {script} is missing.");
            await using var entry = Entry(script);
            await source.CopyToAsync(entry, cancellation);
        }

        Stream Entry(string name)
        {
            var entry = zip.CreateEntry(name);
            entry.LastWriteTime = at.UtcDateTime.Year < 1980 ? new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero) : at;
            return entry.Open();
        }

        async Task WriteTextAsync(string name, string text)
        {
            await using var writer = new StreamWriter(Entry(name), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            await writer.WriteAsync(text.AsMemory(), cancellation);
        }
    }
}
