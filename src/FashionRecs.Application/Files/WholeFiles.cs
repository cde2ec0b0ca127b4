namespace FashionRecs.Application.Files;

/// <summary>Writes files that are complete or not there: under another name first, then renamed. Safe to share between threads and processes.</summary>
public class WholeFiles
{
    /// <summary>Writes a file; one of that name is replaced.</summary>
    /// <param name="path">Where; its folder is made if needed.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">The folder cannot be written, or the disk is full; one sentence says which.</exception>
    public async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        var folder = Path.GetDirectoryName(path)!;
        // Hidden, so that what a killed program leaves behind is taken for no file of the folder.
        var half = Path.Combine(folder, $".{Guid.NewGuid():N}.part");
        try
        {
            Directory.CreateDirectory(folder);
            await using (var file = Create(half))
            {
                await write(file);
            }

            File.Move(half, path, overwrite: true);
        }
        catch (IOException exception) when (DiskSpace.IsMissing(exception))
        {
            throw DiskSpace.Missing(exception);
        }
        finally
        {
            if (File.Exists(half))
            {
                File.Delete(half);
            }
        }
    }

    /// <summary>Opens a new file for writing.</summary>
    protected virtual Stream Create(string path) => File.Create(path);
}
