using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace FashionRecs.EndToEnd.Tests.Browsing;

/// <summary>The shop in a process of its own, which can be killed.</summary>
public sealed class ShopProcess : IAsyncDisposable
{
    private readonly Process process;

    private ShopProcess(Process process, string address) => (this.process, Address) = (process, address);

    /// <summary>Where the shop answers.</summary>
    public string Address { get; }

    /// <summary>Starts the shop on a database and waits until it answers.</summary>
    /// <param name="database">Path of the database.</param>
    /// <param name="address">Where to answer, as after a restart; a free port without.</param>
    public static async Task<ShopProcess> StartAsync(string database, string? address = null)
    {
        address ??= $"http://127.0.0.1:{FreePort()}";
        var program = Program();
        var start = new ProcessStartInfo("dotnet", [
            program, "--urls", address, "--Storage:DatabasePath", database, "--Catalog:Seed", "false", "--Catalog:FollowShippedWeights",
            "false",
            "--Limits:AddressFactor", "1000",
        ])
        {
            WorkingDirectory = Path.GetDirectoryName(program), RedirectStandardOutput = true, RedirectStandardError = true,
        };
        // Built, not published: the assets are found where they lie.
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        var shop = new ShopProcess(Process.Start(start)!, address);
        shop.process.OutputDataReceived += (_, _) => { };
        shop.process.ErrorDataReceived += (_, _) => { };
        shop.process.BeginOutputReadLine();
        shop.process.BeginErrorReadLine();
        using var client = new HttpClient();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        for (var look = 0; look < 600 && await timer.WaitForNextTickAsync(); look++)
        {
            try
            {
                if ((await client.GetAsync($"{address}/account/sign-in")).IsSuccessStatusCode)
                {
                    return shop;
                }
            }
            catch (HttpRequestException) when (!shop.process.HasExited)
            {
                // Not up yet.
            }
        }

        await shop.DisposeAsync();
        throw new TimeoutException("The shop did not start.");
    }

    /// <summary>Ends the shop at once, as kill -9 or a power cut does.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Program()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var (framework, configuration) = (output.Name, output.Parent!.Name);
        for (var folder = output; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "FashionRecs.slnx")))
            {
                return Path.Combine(folder.FullName, "src", "FashionRecs.Web", "bin", configuration, framework, "FashionRecs.Web.dll");
            }
        }

        throw new InvalidOperationException("The tests do not run from a checkout.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
