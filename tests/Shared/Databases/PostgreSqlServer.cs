using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Xunit.Sdk;

namespace FashionRecs.Tests.Databases;

/// <summary>
/// A PostgreSQL server of the tests' own, one per process, on a free port of the loopback address. It ends with the process, however
/// that ends: the script that starts it waits for the end of its standard input.
/// </summary>
internal static class PostgreSqlServer
{
    /// <summary>Environment variable that names the folder of the server's programs.</summary>
    private const string Variable = "FASHIONRECS_POSTGRESQL";

    /// <summary>A user whose password is asked for; the others are let in.</summary>
    public const string Suspected = "suspected";

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
        "${as[@]}" "$BIN/postgres" -D data -p "$PORT" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
          -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=300 -c shared_buffers=64MB >>log 2>&1 &
        server=$!
        for _ in $(seq 400); do
          if "$BIN/pg_isready" -q -h 127.0.0.1 -p "$PORT"; then
            echo ready
            cat >/dev/null
            break
          fi
          kill -0 $server 2>/dev/null || { tail -n 3 log; exit 1; }
          sleep 0.05
        done
        kill -QUIT $server
        wait $server || true
        """;

    private static readonly string[] Needed = ["initdb", "postgres", "pg_isready", "pg_dump", "pg_restore"];
    private static readonly Lazy<int> Port = new(Start);

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
    public static string Text(string database, string user = "fashionrecs") =>
        $"Host=127.0.0.1;Port={Port.Value};Database={database};Username={user};Maximum Pool Size=40;Connection Idle Lifetime=2;Connection Pruning Interval=1";

    /// <summary>An open connection that no pool keeps.</summary>
    public static NpgsqlConnection Connect(string database)
    {
        var connection = new NpgsqlConnection($"{Text(database)};Pooling=false");
        connection.Open();
        return connection;
    }

    /// <summary>Runs a statement as the administrator of the server.</summary>
    public static void Execute(string sql)
    {
        using var connection = Connect("postgres");
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static int Start()
    {
        if (Programs is not { } programs)
        {
            throw SkipException.ForSkip($"There is no PostgreSQL on this machine: neither {Variable} nor the PATH nor /usr/lib/postgresql has all of {string.Join(", ", Needed)}.");
        }

        var port = FreePort();
        var server = new Process
        {
            StartInfo = new ProcessStartInfo("bash", ["-c", Script])
            {
                RedirectStandardInput = true, RedirectStandardOutput = true,
                Environment = { ["BIN"] = programs, ["PORT"] = $"{port}", ["LC_ALL"] = "C" },
            },
        };
        server.Start();
        var said = server.StandardOutput.ReadLine();
        if (said != "ready")
        {
            throw SkipException.ForSkip(
                $"There is no PostgreSQL on this machine that starts: {said} {server.StandardOutput.ReadToEnd()}".Trim());
        }

        // Its input stays open for as long as this process lives.
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            server.StandardInput.Close();
            server.WaitForExit(TimeSpan.FromSeconds(5));
        };
        return port;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
