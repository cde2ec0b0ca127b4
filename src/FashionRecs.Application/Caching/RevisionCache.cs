namespace FashionRecs.Application.Caching;

/// <summary>
/// Keeps one value in memory, and makes it anew when any process changed what it is made of. Of many callers that come while it is old, one
/// makes it and the others wait for that one. Where making it fails the old value stays, that caller is told, and the next one tries again.
/// Safe to share between threads.
/// </summary>
/// <typeparam name="TRevision">Tells one state of the source from another.</typeparam>
/// <typeparam name="T">The value; immutable, since all callers share it.</typeparam>
/// <param name="start">The value before anything was read.</param>
/// <param name="revisionOf">The revision that a value was made from.</param>
/// <param name="now">The revision that there is now; asked by every caller, so it should be cheap.</param>
/// <param name="refresh">Makes the value anew, out of the one before where that is cheaper.</param>
public sealed class RevisionCache<TRevision, T>(
    T start, Func<T, TRevision> revisionOf, Func<CancellationToken, Task<TRevision>> now,
    Func<T, CancellationToken, Task<T>> refresh) : IDisposable
    where TRevision : IEquatable<TRevision>
    where T : class
{
    private readonly SemaphoreSlim refreshing = new(1);
    private T current = start;

    /// <summary>The value as it is now.</summary>
    public async Task<T> GetAsync(CancellationToken cancellation = default)
    {
        var known = Volatile.Read(ref current);
        var asked = await now(cancellation);
        if (asked.Equals(revisionOf(known)))
        {
            return known;
        }

        await refreshing.WaitAsync(cancellation);
        try
        {
            // Somebody else may have made it while this caller waited.
            known = Volatile.Read(ref current);
            if (!asked.Equals(revisionOf(known)) && !(await now(cancellation)).Equals(revisionOf(known)))
            {
                known = await refresh(known, cancellation);
                Volatile.Write(ref current, known);
            }

            return known;
        }
        finally
        {
            refreshing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => refreshing.Dispose();
}
