namespace FashionRecs.Application;

/// <summary>The place where the shop keeps what it knows. Safe to share between threads and processes.</summary>
public interface IShopDatabase
{
    /// <summary>Makes it or brings it up to date now, rather than with the first question.</summary>
    /// <exception cref="UnusableDatabaseException">It is no database of a shop, is damaged, or comes from a newer version.</exception>
    /// <exception cref="IOException">It is locked by another program, or cannot be opened or written; one sentence says which.</exception>
    Task PrepareAsync(CancellationToken cancellation = default);

    /// <summary>Asks whether it can be read and written just now; nothing is changed.</summary>
    /// <exception cref="IOException">It cannot; one sentence says why.</exception>
    Task CheckAsync(CancellationToken cancellation = default);

    /// <summary>
    /// Builds its files anew, so that nothing is left in them of what was deleted. Takes as long as it is large; writers wait.
    /// </summary>
    /// <returns>False where another program keeps the files busy or the disk is too full.</returns>
    Task<bool> RewriteAsync(CancellationToken cancellation = default);
}
