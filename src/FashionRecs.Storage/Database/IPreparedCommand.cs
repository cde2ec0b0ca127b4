namespace FashionRecs.Storage.Database;

/// <summary>A question whose statement is prepared and whose connections stay open. Safe to share between threads.</summary>
public interface IPreparedCommand<T> : IDisposable
{
    /// <summary>Asks; the default where there is no row. Throws what the database's driver throws.</summary>
    /// <param name="key">The key; null where the question has none.</param>
    /// <param name="cancellation">Stops asking.</param>
    Task<T?> AskAsync(object? key, CancellationToken cancellation);
}
