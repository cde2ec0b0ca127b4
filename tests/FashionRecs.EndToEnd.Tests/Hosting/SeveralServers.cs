using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace FashionRecs.EndToEnd.Tests.Hosting;

/// <summary>What <c>deploy/several/run</c> starts: PostgreSQL, servers, a worker and the front before them.</summary>
internal sealed class SeveralServers : IDisposable
{
    private const int Nodes = 2;
    private readonly string data = Directory.CreateTempSubdirectory("fashionrecs-several-").FullName;
    private readonly Process script;

    private SeveralServers(int port)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var root = output;
        while (!File.Exists(Path.Combine(root.FullName, "FashionRecs.slnx")))
        {
            root = root.Parent ?? throw new InvalidOperationException("The tests do not run from a checkout.");
        }

        // The database's own user has to find its folder within.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(data, File.GetUnixFileMode(data) | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
        }

        Address = new Uri($"http://localhost:{port}");
        script = new Process
        {
            StartInfo = new ProcessStartInfo("bash", [Path.Combine(root.FullName, "deploy", "several", "run"), "--until-closed"])
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
                Environment =
                {
                    ["NODES"] = $"{Nodes}", ["WORKERS"] = "1", ["PORT"] = $"{port}", ["DATA"] = data, ["PROGRAMS"] = "bin",
                    ["CONFIGURATION"] = output.Parent!.Name, ["Catalog__Seed"] = "false", ["Catalog__FollowShippedWeights"] = "false",
                    ["Limits__AddressFactor"] = "1000",
                },
            },
        };
    }

    /// <summary>Where the front answers.</summary>
    public Uri Address { get; }

    /// <summary>Starts all of it; skips the test where there is no PostgreSQL or no bash.</summary>
    public static async Task<SeveralServers> StartAsync()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The script is for bash.");
        }

        var servers = new SeveralServers(FreePorts());
        servers.script.Start();
        var said = await servers.script.StandardOutput.ReadLineAsync();
        if (said is null)
        {
            var error = await servers.script.StandardError.ReadToEndAsync();
            servers.Dispose();
            Assert.SkipWhen(error.Contains("There is no PostgreSQL", StringComparison.Ordinal), error.Trim());
            Assert.Fail(error);
        }

        return servers;
    }

    /// <summary>Ends one of the servers as kill -9 does.</summary>
    public void KillServer(int number)
    {
        using var server = Process.GetProcessById(
            int.Parse(File.ReadAllText(Path.Combine(data, $"node{number}.pid")), CultureInfo.InvariantCulture));
        server.Kill();
    }

    /// <summary>Ends all of it; returns the exit code.</summary>
    public async Task<int> CloseAsync()
    {
        script.StandardInput.Close();
        await script.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        return script.ExitCode;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!script.HasExited)
        {
            script.StandardInput.Close();
            script.WaitForExit(TimeSpan.FromMinutes(1));
        }

        script.Dispose();
        Directory.Delete(data, recursive: true);
    }

    /// <summary>The first of as many free ports as are needed, one after the other.</summary>
    private static int FreePorts()
    {
        for (var first = 21_000 + (Environment.ProcessId % 5_000); ; first += Nodes + 2)
        {
            if (Enumerable.Range(first, Nodes + 2).All(IsFree))
            {
                return first;
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
