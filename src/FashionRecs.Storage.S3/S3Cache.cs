using FashionRecs.Domain.Files;

namespace FashionRecs.Storage.S3;

/// <summary>
/// Copies of a bucket's files on this machine; the ones used longest ago give way. Safe to share between threads and processes.
/// </summary>
/// <param name="folder">Where they lie; others may be deleted from it at any time.</param>
/// <param name="room">How many bytes they may take, about.</param>
/// <param name="time">The clock.</param>
internal sealed class S3Cache(string folder, long room, TimeProvider time)
{
    private readonly Lock tidying = new();
    private long added = long.MaxValue;

    /// <summary>The copy of a file, or null.</summary>
    public string? TryFind(string name)
    {
        var path = PathOf(name);
        try
        {
            File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime);
            return path;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Keeps a copy; returns its path.</summary>
    public async Task<string> KeepAsync(string name, Stream content, CancellationToken cancellation)
    {
        var path = PathOf(name);
        var length = 0L;
        await AtomicFile.WriteAsync(path, async file =>
        {
            await content.CopyToAsync(file, cancellation);
            length = file.Length;
        }, File.Create);
        MakeRoom(length);
        return path;
    }

    /// <summary>Drops the copy of a file.</summary>
    public void Drop(string name)
    {
        if (File.Exists(PathOf(name)))
        {
            File.Delete(PathOf(name));
        }
    }

    private string PathOf(string name) => Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Counts all files only after a tenth of the room was added since it last did.</summary>
    private void MakeRoom(long length)
    {
        lock (tidying)
        {
            added = added == long.MaxValue ? added : added + length;
            if (added < room / 10)
            {
                return;
            }

            added = 0;
            var files = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
                .Where(file => !file.Name.StartsWith('.')).OrderBy(file => file.LastWriteTimeUtc).ToArray();
            var left = files.Sum(file => file.Length);
            foreach (var file in files.TakeWhile(_ => left > room))
            {
                left -= file.Length;
                file.Delete();
            }
        }
    }
}
