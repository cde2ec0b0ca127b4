using System.Diagnostics;
using System.Globalization;
using FashionRecs.Benchmarks.Kill;
using FashionRecs.Storage;

namespace FashionRecs.Benchmarks.Scale;

/// <summary>One shop on some servers behind the front, all as processes of their own on loopback.</summary>
internal sealed class ScaledShop : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private readonly List<(Process Process, ProcessorShare? Share)> nodes = [];
    private Process? front;

    /// <summary>Where the front answers.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts it; processor time is not limited yet.</summary>
    public static async Task<ScaledShop> StartAsync(StorageSettings storage, int count)
    {
        var shop = new ScaledShop();
        try
        {
            var addresses = new List<Uri>();
            for (var number = 1; number <= count; number++)
            {
                addresses.Add(new Uri($"http://127.0.0.1:{KilledServer.FreePort()}/"));
                shop.StartNode(storage, addresses[^1], number);
                // The first one makes the tables and fills the shop.
                await AnswersAsync(addresses[^1], "health/ready");
            }

            shop.Address = new Uri($"http://127.0.0.1:{KilledServer.FreePort()}/");
            shop.front = StartFront(shop.Address, addresses);
            await AnswersAsync(shop.Address, "");
            return shop;
        }
        catch
        {
            shop.Dispose();
            throw;
        }
    }

    /// <summary>Limits each server to a part of one core; 0 takes the limit away.</summary>
    public void Limit(double cores) => nodes.ForEach(node => node.Share?.Limit(cores));

    /// <summary>Ends the first server as kill -9 does.</summary>
    public void KillOne() => nodes[0].Process.Kill();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var process in nodes.Select(node => node.Process).Append(front).OfType<Process>())
        {
            process.Kill();
            process.WaitForExit(TimeSpan.FromSeconds(20));
            process.Dispose();
        }

        nodes.ForEach(node => node.Share?.Dispose());
    }

    private void StartNode(StorageSettings storage, Uri address, int number)
    {
        var process = Start("FashionRecs.Web.dll", AppContext.BaseDirectory, address, new()
        {
            ["Storage__Provider"] = storage.Provider!, ["Storage__ConnectionString"] = storage.ConnectionString ?? "",
            ["Storage__DatabasePath"] = storage.DatabasePath ?? "", ["Storage__Folder"] = storage.Folder ?? "",
            ["Jobs__Run"] = "false", ["Limits__AddressFactor"] = "1000", ["Proxy__Trusted__0"] = "127.0.0.1",
            ["Catalog__FollowShippedWeights"] = "false",
        });
        var share = ProcessorShare.TryCreate(string.Create(CultureInfo.InvariantCulture, $"fashionrecs-{Environment.ProcessId}-{number}"));
        share?.Add(process.Id);
        nodes.Add((process, share));
    }

    private static Process StartFront(Uri address, List<Uri> servers)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "FashionRecs.slnx")))
        {
            root = root.Parent ?? throw new InvalidOperationException("The benchmarks do not run from a checkout.");
        }

        var folder = Path.Combine(root.FullName, "src", "FashionRecs.Front", "bin", configuration, "net10.0");
        return Start("FashionRecs.Front.dll", folder, address, servers.Index().ToDictionary(
            server => $"ReverseProxy__Clusters__shop__Destinations__node{server.Index}__Address", server => server.Item.ToString()));
    }

    private static Process Start(string program, string folder, Uri address, Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, program), "--urls", address.ToString(), "--contentRoot", folder])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["Logging__LogLevel__Default"] = "Error" },
        };
        foreach (var (name, value) in settings.Where(setting => setting.Value.Length > 0))
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

    private static async Task AnswersAsync(Uri address, string path)
    {
        using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(10) };
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < StartLimit;)
        {
            try
            {
                if ((await client.GetAsync(new Uri(path, UriKind.Relative))).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                // Not up yet.
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"Nobody answers at {address}{path}.");
    }
}
