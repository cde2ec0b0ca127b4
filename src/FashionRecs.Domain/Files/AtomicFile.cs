namespace FashionRecs.Domain.Files;

/// <summary>
/// A file that is whole or not there: written under another name in the same folder, then renamed. What is not committed is removed when
/// this is disposed. Safe to use for the same path from several threads and processes; the last commit stays.
/// </summary>
public sealed class AtomicFile : IDisposable
{
    /// <summary>Finds the parts in a folder that killed programs left behind, and those that are being written.</summary>
    public const string PartPattern = ".*.part";

    private const int Buffer = 1 << 16;

    private readonly string path;
    private readonly string part;
    private bool committed;

    private AtomicFile(string path, string part, Stream content) => (this.path, this.part, Content) = (path, part, content);

    /// <summary>What becomes the file's content; can seek where it is a file.</summary>
    public Stream Content { get; }

    /// <summary>Begins a file.</summary>
    /// <param name="path">Where it will be; a file there stays until the commit. Its folder is made if needed.</param>
    /// <param name="open">Opens a new file of the given name for writing; null for the disk's.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static AtomicFile Create(string path, Func<string, Stream>? open = null)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        // Hidden, so that what a killed program leaves behind is taken for no file of the folder.
        var part = Path.Combine(folder, $".{Guid.NewGuid():N}.part");
        try
        {
            var content = open?.Invoke(part) ?? new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, Buffer);
            return new AtomicFile(path, part, content);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    /// <summary>Writes a whole file.</summary>
    /// <param name="path">Where; one of that name is replaced.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The folder cannot be written, or the disk is full.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        using var file = Create(path);
        write(file.Content);
        file.Commit();
    }

    /// <summary>Writes a whole file.</summary>
    /// <param name="path">Where; one of that name is replaced.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="open">As for <see cref="Create"/>.</param>
    /// <exception cref="IOException">The folder cannot be written, or the disk is full.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write, Func<string, Stream>? open = null)
    {
        using var file = Create(path, open);
        await write(file.Content);
        file.Commit();
    }

    /// <summary>Brings the content to the disk and gives the file its name. Nothing can be written any more.</summary>
    public void Commit()
    {
        if (Content is FileStream file)
        {
            file.Flush(flushToDisk: true);
        }

        Content.Dispose();
        File.Move(part, path, overwrite: true);
        committed = true;
    }

    /// <summary>Removes what was written unless it was committed.</summary>
    public void Dispose()
    {
        try
        {
            Content.Dispose();
        }
        finally
        {
            if (!committed)
            {
                File.Delete(part);
            }
        }
    }
}
