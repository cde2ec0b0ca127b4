using System.Data.Common;

namespace FashionRecs.Storage.Database;

/// <summary>
/// A small question that every page asks, such as whether anything changed (<see cref="IDatabaseDialect.Prepare"/>). Safe to share between
/// threads.
/// </summary>
internal sealed class PreparedQuery<T>(ShopDatabase database, string sql, Func<DbDataReader, T> read) : IDisposable
{
    private readonly IPreparedCommand<T> command = database.Dialect.Prepare(sql, read);

    /// <summary>Asks; the default where there is no row.</summary>
    /// <exception cref="IOException">As for <see cref="ShopDatabase.RunAsync"/>.</exception>
    public Task<T?> AskAsync(object? key = null, CancellationToken cancellation = default) =>
        database.GuardAsync(() => command.AskAsync(key, cancellation), cancellation);

    /// <inheritdoc/>
    public void Dispose() => command.Dispose();
}
