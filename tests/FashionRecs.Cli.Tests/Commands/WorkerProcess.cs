using System.Diagnostics;
using FashionRecs.Tests.Databases;

namespace FashionRecs.Cli.Tests.Commands;

/// <summary>A worker in a process of its own.</summary>
internal static class WorkerProcess
{
    /// <summary>Starts it; looks and leases are short, so that tests need not wait.</summary>
    /// <param name="database">The shop's.</param>
    /// <param name="more">Further settings, as environment variables.</param>
    public static Process Start(TestDatabase database, params (string Name, string Value)[] more)
    {
        // The program as it lies beside its tests, with what they bring.
        var tests = Path.ChangeExtension(typeof(WorkerProcess).Assembly.Location, null);
        var start = new ProcessStartInfo("dotnet",
        [
            "exec", "--runtimeconfig", $"{tests}.runtimeconfig.json", "--depsfile", $"{tests}.deps.json",
            typeof(CommandLine).Assembly.Location, "worker",
        ])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var settings = database.Settings;
        foreach (var (name, value) in ((string, string?)[])
        [
            ("Storage__Provider", settings.Provider), ("Storage__ConnectionString", settings.ConnectionString),
            ("Storage__DatabasePath", settings.DatabasePath), ("Storage__Folder", database.Folder), ("Jobs__Lease", "00:00:03"),
            ("Jobs__Look", "00:00:00.1"), .. more.Select(pair => (pair.Name, (string?)pair.Value)),
        ])
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Waits until something is so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> done)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var look = 0; look < 3_000 && await timer.WaitForNextTickAsync(); look++)
        {
            if (await done())
            {
                return;
            }
        }

        throw new TimeoutException("The worker did not get on.");
    }
}
