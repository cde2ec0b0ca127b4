using System.Diagnostics;
using System.IO.Compression;

namespace FashionRecs.Experiments.Tests.DataPackage;

/// <summary>Runs the scripts of a data package; skips the test where R or Python is missing.</summary>
internal static class PackageScripts
{
    /// <summary>Writes a package and unpacks it.</summary>
    public static async Task UnpackAsync(DirectoryInfo folder, Func<Stream, Task> write)
    {
        using var file = new MemoryStream();
        await write(file);
        file.Position = 0;
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        await zip.ExtractToDirectoryAsync(folder.FullName, TestContext.Current.CancellationToken);
    }

    /// <summary>Runs one.</summary>
    /// <param name="program">python3 or Rscript.</param>
    public static async Task<(int Code, string Said)> RunAsync(DirectoryInfo folder, string program)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(path => Path.Combine(path, program))
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(found is null, $"{program} is not installed.");
        using var process = Process.Start(new ProcessStartInfo(found!,
            [Path.Combine(folder.FullName, program == "python3" ? "reproduce.py" : "reproduce.R")])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
            process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }
}
