using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace FashionRecs.Tests.Databases;

/// <summary>
/// A PostgreSQL server of the tests' own, on a free port of the loopback address. It ends with this process, however that ends: the script
/// that starts it waits for the end of its standard input.
/// </summary>
internal sealed class PostgreSqlProcess : IDisposable
{
    /// <summary>Environment variable that names the folder of the server's programs.</summary>
    private const string Variable = "FASHIONRECS_POSTGRESQL";

    private const string Script = """
        set -e
        umask 077
        dir=$(mktemp -d "${TMPDIR:-/tmp}/fashionrecs-postgresql-XXXXXX")
        trap 'rm -rf "$dir"' EXIT
        as=()
        if [ "$(id -u)" -eq 0 ]; then
          chown postgres "$dir"
          as=(setpriv --reuid=postgres --regid="$(id -g postgres)" --clear-groups)
        fi
        cd "$dir"
        "${as[@]}" "$BIN/initdb" -D data -U fashionrecs -A trust -E UTF8 --locale=C --no-sync >log 2>&1 || { tail -n 3 log; exit 1; }
        sed -i '1i host all suspected 127.0.0.1/32 scram-sha-256' data/pg_hba.conf
        start() {
          "${as[@]}" "$BIN/postgres" -D data -p "$PORT" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
            -c fsync=off -c full_page_writes=off -c synchronous_commit="$COMMIT" -c max_connections=300 -c shared_buffers=64MB >>log 2>&1 &
          server=$!
          for _ in $(seq 400); do
            if "$BIN/pg_isready" -q -h 127.0.0.1 -p "$PORT"; then
              echo ready
              return
            fi
            kill -0 $server 2>/dev/null || { tail -n 3 log; exit 1; }
            sleep 0.05
          done
        }
        stop() {
          kill -QUIT $server
          wait $server || true
        }
        start
        while read -r command; do
          case "$command" in
            stop) stop; echo stopped ;;
            start) start ;;
          esac
        done
        stop
        """;

    private static readonly string[] Needed = ["initdb", "postgres", "pg_isready", "pg_dump", "pg_restore"];
    private readonly Process server;

    /// <summary>Starts one.</summary>
    /// <param name="keepsPromises">Whether what was committed is still there after the server was stopped at once.</param>
    /// <exception cref="PlatformNotSupportedException">There is none on this machine.</exception>
    public PostgreSqlProcess(bool keepsPromises)
    {
        if (Programs is not { } programs)
        {
            throw new PlatformNotSupportedException($"There is no PostgreSQL on this machine: neither {Variable} nor the PATH nor "
                + $"/usr/lib/postgresql has all of {string.Join(", ", Needed)}.");
        }

        Port = FreePort();
        server = new Process
        {
            StartInfo = new ProcessStartInfo("bash", ["-c", Script])
            {
                RedirectStandardInput = true, RedirectStandardOutput = true,
                Environment = { ["BIN"] = programs, ["PORT"] = $"{Port}", ["COMMIT"] = keepsPromises ? "on" : "off", ["LC_ALL"] = "C" },
            },
        };
        server.Start();
        var said = server.StandardOutput.ReadLine();
        if (said != "ready")
        {
            throw new PlatformNotSupportedException(
                $"There is no PostgreSQL on this machine that starts: {said} {server.StandardOutput.ReadToEnd()}".Trim());
        }

        // Its input stays open for as long as this process lives.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    /// <summary>Its port.</summary>
    public int Port { get; }

    /// <summary>Folder of the server's programs, or null.</summary>
    private static string? Programs => (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? [named]
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(Directory.Exists("/usr/lib/postgresql")
                ? Directory.GetDirectories("/usr/lib/postgresql")
                    .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var number) ? number : 0)
                    .Select(folder => Path.Combine(folder, "bin"))
                : []))
            .FirstOrDefault(folder => Needed.All(program => File.Exists(Path.Combine(folder, program))));

    /// <summary>A connection string.</summary>
    public string Text(string database, string user = "fashionrecs") =>
        $"Host=127.0.0.1;Port={Port};Database={database};Username={user};Maximum Pool Size=40;Connection Idle Lifetime=2;"
        + "Connection Pruning Interval=1";

    /// <summary>An open connection that no pool keeps.</summary>
    public NpgsqlConnection Connect(string database)
    {
        var connection = new NpgsqlConnection($"{Text(database)};Pooling=false");
        connection.Open();
        return connection;
    }

    /// <summary>Ends it at once, as when its machine loses power or it is killed.</summary>
    public void Stop() => Say("stop", "stopped");

    /// <summary>Starts it again with what it had.</summary>
    public void Start() => Say("start", "ready");

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            server.StandardInput.Close();
            server.WaitForExit(TimeSpan.FromSeconds(5));
        }
        catch (Exception exception) when (exception is InvalidOperationException or IOException)
        {
            // It has ended already.
        }
    }

    private void Say(string command, string answer)
    {
        server.StandardInput.WriteLine(command);
        server.StandardInput.Flush();
        if (server.StandardOutput.ReadLine() is var said && said != answer)
        {
            throw new InvalidOperationException($"PostgreSQL said '{said}' instead of '{answer}'.");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
