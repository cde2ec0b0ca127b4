namespace FashionRecs.Application.Backups;

/// <summary>Copies the database of a shop out of the way and back, as it is: nothing is migrated. Safe to share between threads.</summary>
public interface IDatabaseBackup
{
    /// <summary>The kind of database; a copy goes back into one of the same kind.</summary>
    string Kind { get; }

    /// <summary>Whether there is nothing there yet.</summary>
    /// <exception cref="IOException">It cannot be reached.</exception>
    Task<bool> IsEmptyAsync(CancellationToken cancellation = default);

    /// <summary>Copies it as it was at one moment, while others go on writing, and makes sure that the copy can be read.</summary>
    /// <param name="path">A file that is made.</param>
    /// <param name="cancellation">Stops it; what was written is to be deleted.</param>
    /// <exception cref="IOException">It cannot be read, or the copy cannot be written; one sentence says which.</exception>
    Task WriteAsync(string path, CancellationToken cancellation = default);

    /// <summary>Puts a copy into an empty place, whole or not at all.</summary>
    /// <exception cref="IOException">It cannot be written; one sentence says why.</exception>
    Task RestoreAsync(string path, CancellationToken cancellation = default);

    /// <summary>Notes a setting in the database without migrating it.</summary>
    Task NoteAsync(string name, string value, CancellationToken cancellation = default);
}
