using Npgsql;

namespace FashionRecs.Tests.Databases;

/// <summary>
/// The PostgreSQL server that the tests of one process share. It forgets what was committed when it is killed, and is fast.
/// </summary>
internal static class PostgreSqlServer
{
    /// <summary>A user whose password is asked for; the others are let in.</summary>
    public const string Suspected = "suspected";

    private static readonly Lazy<PostgreSqlProcess> Shared = new(() => PostgreSqlOrSkip.Start(keepsPromises: false));

    /// <summary>A connection string.</summary>
    public static string Text(string database, string user = "fashionrecs") => Shared.Value.Text(database, user);

    /// <summary>An open connection that no pool keeps.</summary>
    public static NpgsqlConnection Connect(string database) => Shared.Value.Connect(database);

    /// <summary>Runs a statement as the administrator of the server.</summary>
    public static void Execute(string sql)
    {
        using var connection = Connect("postgres");
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
