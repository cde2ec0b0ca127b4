using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace FashionRecs.Benchmarks.Kill;

/// <summary>The real server as a process of its own on loopback, on a shop that outlives it.</summary>
internal sealed class KilledServer : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(20);
    private readonly Process process;

    private string said = "";

    private KilledServer(Process process, Uri address) => (this.process, Address) = (process, address);

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Starts it and waits until it answers.</summary>
    /// <param name="settings">Where the shop is, as environment variables.</param>
    public static async Task<KilledServer> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "FashionRecs.Web.dll"), "--urls", address.ToString(), "--Limits:Enabled", "false",
                "--Catalog:Seed", "false", "--Catalog:FollowShippedWeights", "false", "--Jobs:Lease", "00:00:05"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var server = new KilledServer(Process.Start(start)!, address);
        server.process.OutputDataReceived += (_, line) => server.said = line.Data ?? server.said;
        server.process.ErrorDataReceived += (_, line) => server.said = line.Data ?? server.said;
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(5) };
        for (var began = Stopwatch.GetTimestamp(); !server.process.HasExited && Stopwatch.GetElapsedTime(began) < StartLimit;)
        {
            try
            {
                if ((await client.GetAsync(new Uri("/health/live", UriKind.Relative))).IsSuccessStatusCode)
                {
                    return server;
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                // Not up yet.
            }

            await Task.Delay(100);
        }

        server.Dispose();
        throw new InvalidOperationException($"The shop did not start: {server.said}");
    }

    /// <summary>Ends it as kill -9 does.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit(EndLimit);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    /// <summary>A port that is free now.</summary>
    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
