using System.Net.Sockets;
using FashionRecs.Application;
using Npgsql;

namespace FashionRecs.Storage.PostgreSql;

/// <summary>
/// What PostgreSQL's error codes (https://www.postgresql.org/docs/current/errcodes-appendix.html) and lost connections mean to people.
/// </summary>
internal static class PostgreSqlErrors
{
    private static readonly string[] NobodysFault = ["08", "40", "53", "57", "58", "XX"];

    /// <summary>The sentence for an error as for <see cref="Database.IDatabaseDialect.Explain"/>.</summary>
    public static Exception? Explain(Exception exception, PostgreSqlPlace place) => Find(exception) switch
    {
        PostgresException refused => Explain(refused, place, exception),
        NpgsqlException { InnerException: TimeoutException } => new IOException(
            $"The PostgreSQL server {place.Server} does not answer in time; nothing was lost, try again.", exception),
        NpgsqlException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } } =>
            new IOException($"There is no machine by the name of the PostgreSQL server {place.Server}; check Host in the connection string.",
                exception),
        NpgsqlException { InnerException: SocketException } => new IOException(
            $"The PostgreSQL server {place.Server} cannot be reached; check that it runs and takes connections there.", exception),
        NpgsqlException lost => new IOException(
            $"The connection to the PostgreSQL server {place.Server} was lost ({lost.Message.TrimEnd('.')}); nothing that was confirmed is lost, try again.", exception),
        _ => null,
    };

    /// <summary>Whether a write that failed spares those beside it in the same transaction.</summary>
    public static bool IsOwnFault(Exception exception) => Find(exception) switch
    {
        PostgresException refused => !NobodysFault.Contains(refused.SqlState[..2]),
        NpgsqlException => false,
        _ => true,
    };

    /// <summary>Whether the transaction was undone whole because another one stood in its way.</summary>
    public static bool MayRunAgain(Exception exception) => Find(exception) is PostgresException
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation,
    };

    private static Exception? Explain(PostgresException refused, PostgreSqlPlace place, Exception cause)
    {
        var name = $"The database '{place.Database}' on {place.Server}";
        return refused.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => new IOException(
                $"The PostgreSQL server {place.Server} does not let '{place.User}' in; check user name and password in the connection string.", cause),
            PostgresErrorCodes.InvalidCatalogName => new IOException(
                $"There is no database '{place.Database}' on {place.Server}; make it with createdb or name another one.", cause),
            PostgresErrorCodes.InsufficientPrivilege => new IOException(
                $"'{place.User}' has no right to do this in the database '{place.Database}' on {place.Server} ({refused.MessageText}); "
                + "make that user the database's owner or grant what is missing.", cause),
            PostgresErrorCodes.ReadOnlySqlTransaction => new IOException(
                $"{name} can only be read, as a standby server can; name the server that can be written.", cause),
            PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled => new IOException(
                $"{name} is locked by another program, for example a backup; nothing was lost, try again when it is done.", cause),
            PostgresErrorCodes.TooManyConnections => new IOException(
                $"The PostgreSQL server {place.Server} has no free connection; raise max_connections, or lower Maximum Pool Size in the connection string.", cause),
            PostgresErrorCodes.DiskFull => new IOException(
                $"The disk of {name[..1].ToLowerInvariant()}{name[1..]} is full; nothing was lost, make room and try again.", cause),
            PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.UniqueViolation =>
                new IOException($"Somebody else changed the same in {name[..1].ToLowerInvariant()}{name[1..]} at this moment; nothing was changed, try again.", cause),
            PostgresErrorCodes.UntranslatableCharacter or PostgresErrorCodes.CharacterNotInRepertoire => new InvalidDataException(
                "A text has a character in it that cannot be stored, such as a zero byte.", cause),
            PostgresErrorCodes.DuplicateTable or PostgresErrorCodes.DuplicateObject => new UnusableDatabaseException(
                $"{name} holds tables of another program; choose an empty one.", cause),
            PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn => new UnusableDatabaseException(
                $"{name} has lost tables of the shop, or another version changed them ({refused.MessageText}); restore a backup or restart the shop.", cause),
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => new UnusableDatabaseException(
                $"{name} is damaged; restore a backup.", cause),
            { } state when NobodysFault.Contains(state[..2]) => new IOException(
                $"The PostgreSQL server {place.Server} cannot serve just now ({refused.MessageText}); nothing that was confirmed is lost, try again.", cause),
            _ => null,
        };
    }

    private static Exception? Find(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is NpgsqlException)
            {
                return exception;
            }
        }

        return null;
    }
}
