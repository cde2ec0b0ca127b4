namespace FashionRecs.Storage.Sqlite;

/// <summary>
/// Counts the files that stood under the database's name: a connection to one that was deleted would go on answering. Safe to share
/// between threads.
/// </summary>
internal sealed class SqliteGeneration
{
    private int number;

    /// <summary>The file now.</summary>
    public int Number => Volatile.Read(ref number);

    /// <summary>The file is gone; what was opened before is not used any more.</summary>
    public void End() => Interlocked.Increment(ref number);
}
