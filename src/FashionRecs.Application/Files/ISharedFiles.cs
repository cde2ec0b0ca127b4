namespace FashionRecs.Application.Files;

/// <summary>
/// Files that all servers of a shop see: pictures, weights, waiting imports. A file is complete or not there. Names are relative, with
/// slashes, as in <c>pictures/ab/ab…</c>. Safe to share between threads and processes.
/// </summary>
public interface ISharedFiles
{
    /// <summary>Where they are, as a sentence names it, for example <c>the folder '/srv/shop'</c>.</summary>
    string Place { get; }

    /// <summary>Keeps a file; one of that name is replaced.</summary>
    /// <exception cref="IOException">The place cannot be written, or is full; one sentence says which.</exception>
    Task WriteAsync(string name, Func<Stream, Task> write, CancellationToken cancellation = default);

    /// <summary>Whether there is such a file.</summary>
    /// <exception cref="IOException">The place cannot be asked.</exception>
    Task<bool> ExistsAsync(string name, CancellationToken cancellation = default);

    /// <summary>
    /// Full path of a file of this machine with the same bytes, to be read and left as it is; null where there is no file of that name.
    /// </summary>
    /// <exception cref="IOException">The place cannot be asked.</exception>
    Task<string?> TryFetchAsync(string name, CancellationToken cancellation = default);

    /// <summary>Names of the files within a folder, its folders included, in no order.</summary>
    IAsyncEnumerable<string> ListAsync(string folder, CancellationToken cancellation = default);

    /// <summary>Removes a file; one that is not there is no trouble.</summary>
    Task DeleteAsync(string name, CancellationToken cancellation = default);

    /// <summary>Removes a folder with all that is in it; one that is not there is no trouble.</summary>
    Task DeleteFolderAsync(string folder, CancellationToken cancellation = default);

    /// <summary>Takes over a folder of this machine, which is gone afterwards, as one that is empty or not there yet.</summary>
    /// <param name="folder">Its name here.</param>
    /// <param name="from">Full path.</param>
    /// <param name="cancellation">Stops between files.</param>
    Task TakeOverAsync(string folder, string from, CancellationToken cancellation = default);
}
