using Npgsql;

namespace FashionRecs.Storage.PostgreSql;

/// <summary>A connection string that was read, and what the place is called. Safe to share between threads.</summary>
internal sealed class PostgreSqlPlace
{
    /// <summary>Statements that a connection keeps prepared; there are fewer that every page asks.</summary>
    private const int Prepared = 20;

    private PostgreSqlPlace(NpgsqlConnectionStringBuilder builder)
    {
        (Text, Database, Server, User) = (
            builder.ToString(), builder.Database!, $"{builder.Host}:{builder.Port}", builder.Username ?? System.Environment.UserName);
        Environment = new Dictionary<string, string?>
        {
            ["PGHOST"] = builder.Host, ["PGPORT"] = $"{builder.Port}", ["PGDATABASE"] = builder.Database, ["PGUSER"] = User,
            ["PGPASSWORD"] = builder.Password,
            ["PGSSLMODE"] = builder.SslMode switch
            {
                SslMode.VerifyCA => "verify-ca",
                SslMode.VerifyFull => "verify-full",
                var mode => mode.ToString().ToLowerInvariant(),
            },
            ["PGSSLROOTCERT"] = builder.RootCertificate,
        };
    }

    /// <summary>The connection string with what every connection of a shop has.</summary>
    public string Text { get; }

    /// <summary>The database's name.</summary>
    public string Database { get; }

    /// <summary>Host and port.</summary>
    public string Server { get; }

    /// <summary>Who signs in.</summary>
    public string User { get; }

    /// <summary>The same for PostgreSQL's own programs, as environment variables.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; }

    /// <summary>Reads a connection string.</summary>
    /// <exception cref="InvalidDataException">It is none; the message repeats no part of it, since it may hold a password.</exception>
    public static PostgreSqlPlace Read(PostgreSqlOptions options)
    {
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(options.ConnectionString);
            if (string.IsNullOrEmpty(builder.Host) || string.IsNullOrEmpty(builder.Database))
            {
                throw new InvalidDataException(
                    "The connection string of PostgreSQL must name a Host and a Database, as in Host=localhost;Database=shop;Username=shop.");
            }

            builder.ApplicationName ??= "FashionRecs";
            builder.Options ??= $"-c lock_timeout={Math.Max(1, options.LockTimeoutSeconds)}s";
            builder.MaxAutoPrepare = builder.MaxAutoPrepare == 0 ? Prepared : builder.MaxAutoPrepare;
            return new PostgreSqlPlace(builder);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            throw new InvalidDataException($"The connection string of PostgreSQL cannot be read: {exception.Message}", exception);
        }
    }
}
