using FashionRecs.Domain.Files;

namespace FashionRecs.Application.Files;

/// <summary>
/// Writes files that are complete or not there: under another name first, then renamed. Safe to share between threads and processes.
/// </summary>
public class ShopFileWriter
{
    /// <summary>Writes a file; one of that name is replaced.</summary>
    /// <param name="path">Where; its folder is made if needed.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The folder cannot be written, or the disk is full; one sentence says which.</exception>
    public async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        try
        {
            await AtomicFile.WriteAsync(path, write, Create);
        }
        catch (IOException exception) when (DiskSpace.IsMissing(exception))
        {
            throw DiskSpace.Missing(exception);
        }
    }

    /// <summary>Opens a new file for writing.</summary>
    protected virtual Stream Create(string path) => File.Create(path);
}
