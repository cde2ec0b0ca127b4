using System.Globalization;
using FashionRecs.Application.Backups;

namespace FashionRecs.Cli;

/// <summary>What a backup holds, in a sentence.</summary>
internal static class BackupWords
{
    public static string Of(BackupReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report.Manifest.Files.Count} files, {report.Bytes / 1e6:0.0} MB, of a shop in {report.Manifest.Kind} as it was at {report.Manifest.At:yyyy-MM-dd HH:mm:ss} UTC.");
}
