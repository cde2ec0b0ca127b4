using System.Diagnostics;
using System.Text.RegularExpressions;

namespace FashionRecs.Benchmarks.Load;

/// <summary>
/// The real server as a process of its own, on a free port of loopback, with a fresh database that holds the seed catalog.
/// </summary>
internal sealed partial class ShopProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly string folder;

    private ShopProcess(Process process, string folder, Uri address) => (this.process, this.folder, Address) = (process, folder, address);

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Processor time it has taken so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it and waits until it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended before it listened.</exception>
    public static async Task<ShopProcess> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("fashionrecs-load-").FullName;
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "FashionRecs.Web.dll"), "--urls", "http://127.0.0.1:0", "--Limits:AddressFactor",
            Loopback.HasManyAddresses ? "1" : "1000"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
            Environment = { ["FASHIONRECS_DATABASE"] = Path.Combine(folder, "shop.db"), ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        };
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                _ = DrainAsync(process);
                return new ShopProcess(process, folder, new Uri(match.Groups[1].Value));
            }
        }

        throw new InvalidOperationException("The shop ended before it listened.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A full pipe would stop the server.</summary>
    private static async Task DrainAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is not null)
        {
        }
    }

    [GeneratedRegex(@"Now listening on: (\S+)")]
    private static partial Regex Listening();
}
