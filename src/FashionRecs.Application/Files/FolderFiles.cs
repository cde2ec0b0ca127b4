using System.Runtime.CompilerServices;

namespace FashionRecs.Application.Files;

/// <summary>
/// Shared files in the shop's folder: on this machine, or on a network file system that all servers mount, each where it likes. Safe to
/// share between threads and processes.
/// </summary>
public sealed class FolderFiles(ShopFolder folder, ShopFileWriter files) : ISharedFiles
{
    /// <inheritdoc/>
    public string Place => $"the folder '{folder.Root}'";

    /// <inheritdoc/>
    public Task WriteAsync(string name, Func<Stream, Task> write, CancellationToken cancellation = default) =>
        files.WriteAsync(PathOf(name), write);

    /// <inheritdoc/>
    public Task<bool> ExistsAsync(string name, CancellationToken cancellation = default) => Task.FromResult(File.Exists(PathOf(name)));

    /// <inheritdoc/>
    public Task<string?> TryFetchAsync(string name, CancellationToken cancellation = default) =>
        Task.FromResult(File.Exists(PathOf(name)) ? PathOf(name) : null);

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync(string folder, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var root = PathOf(folder);
        foreach (var file in Directory.Exists(root) ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories) : [])
        {
            cancellation.ThrowIfCancellationRequested();
            // What begins with a dot is being written.
            if (!Path.GetFileName(file).StartsWith('.'))
            {
                yield return $"{folder}/{Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/')}";
            }
        }

        await Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string name, CancellationToken cancellation = default)
    {
        if (File.Exists(PathOf(name)))
        {
            File.Delete(PathOf(name));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DeleteFolderAsync(string folder, CancellationToken cancellation = default)
    {
        if (Directory.Exists(PathOf(folder)))
        {
            Directory.Delete(PathOf(folder), recursive: true);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task TakeOverAsync(string folder, string from, CancellationToken cancellation = default)
    {
        if (Directory.Exists(PathOf(folder)))
        {
            Directory.Delete(PathOf(folder)); // Empty, or it fails.
        }

        Directory.Move(from, PathOf(folder));
        return Task.CompletedTask;
    }

    private string PathOf(string name) => Path.Combine(folder.Root, name.Replace('/', Path.DirectorySeparatorChar));
}
