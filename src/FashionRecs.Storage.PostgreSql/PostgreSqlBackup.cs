using FashionRecs.Application.Backups;
using Npgsql;

namespace FashionRecs.Storage.PostgreSql;

/// <inheritdoc/>
/// <remarks>
/// By <c>pg_dump</c> and <c>pg_restore</c> (https://www.postgresql.org/docs/current/app-pgdump.html), which have to be of the server's
/// version or newer.
/// </remarks>
internal sealed class PostgreSqlBackup(PostgreSqlOptions options) : IDatabaseBackup
{
    private readonly Lazy<PostgreSqlPlace> place = new(() => PostgreSqlPlace.Read(options));

    /// <inheritdoc/>
    public string Kind => "PostgreSql";

    /// <inheritdoc/>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellation = default) => await AskAsync(
        "SELECT NOT EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema())", [], cancellation) is true;

    /// <inheritdoc/>
    public Task WriteAsync(string path, CancellationToken cancellation = default) => PostgreSqlProgram.RunAsync(
        "pg_dump", ["--format=custom", "--no-owner", "--no-privileges", $"--file={path}"], place.Value, cancellation);

    /// <inheritdoc/>
    public Task RestoreAsync(string path, CancellationToken cancellation = default) => PostgreSqlProgram.RunAsync(
        "pg_restore",
        ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", "--no-comments", $"--dbname={place.Value.Database}",
            path],
        place.Value, cancellation);

    /// <inheritdoc/>
    public Task NoteAsync(string name, string value, CancellationToken cancellation = default) => AskAsync(
        """INSERT INTO "Settings" ("Name", "Value") VALUES ($1, $2) ON CONFLICT ("Name") DO UPDATE SET "Value" = excluded."Value" """,
        [name, value], cancellation);

    private async Task<object?> AskAsync(string sql, string[] values, CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(place.Value.Text);
            await connection.OpenAsync(cancellation);
            await using var command = new NpgsqlCommand(sql, connection);
            foreach (var value in values)
            {
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            }

            return await command.ExecuteScalarAsync(cancellation);
        }
        catch (NpgsqlException exception) when (PostgreSqlErrors.Explain(exception, place.Value) is { } said)
        {
            throw said;
        }
    }
}
