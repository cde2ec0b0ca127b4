using System.Diagnostics;

namespace FashionRecs.Storage.PostgreSql;

/// <summary>Runs the programs that come with PostgreSQL. The password goes by the environment, which other users cannot read.</summary>
internal static class PostgreSqlProgram
{
    /// <summary>Environment variable that names the folder of the programs.</summary>
    public const string Variable = "FASHIONRECS_POSTGRESQL";

    private const string Packages = "/usr/lib/postgresql";

    /// <summary>Runs one to its end.</summary>
    /// <exception cref="IOException">It is not there, or failed; one sentence says why.</exception>
    public static async Task RunAsync(string name, IReadOnlyList<string> arguments, PostgreSqlPlace place, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Find(name), arguments) { RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (variable, value) in place.Environment)
        {
            start.Environment[variable] = value;
        }

        using var process = Process.Start(start) ?? throw new IOException($"{name} cannot be started.");
        process.StandardInput.Close();
        try
        {
            var complaints = await process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0)
            {
                var first = complaints.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault()
                    ?? "";
                throw new IOException($"{name} failed on the database '{place.Database}' on {place.Server} ({first}).");
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    private static string Find(string name) => Folders().Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
        ?? throw new IOException(
            $"{name} is not here: install PostgreSQL's client programs, or name their folder in {Variable}. A shop in SQLite needs none.");

    private static IEnumerable<string> Folders()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            yield return named;
        }

        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            yield return folder;
        }

        foreach (var version in Directory.Exists(Packages)
            ? Directory.GetDirectories(Packages)
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var number) ? number : 0)
            : Enumerable.Empty<string>())
        {
            yield return Path.Combine(version, "bin");
        }
    }
}
