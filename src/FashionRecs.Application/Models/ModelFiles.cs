using FashionRecs.Application.Files;

namespace FashionRecs.Application.Models;

/// <summary>
/// The files of weights made here. They are made on one machine and read on all, whatever path each of them sees the shared place under.
/// Safe to share between threads and processes.
/// </summary>
public sealed class ModelFiles(ISharedFiles files)
{
    private const string Folder = "weights";

    /// <summary>Keeps weights under a name; returns the path by which the shop remembers them.</summary>
    public async Task<string> SaveAsync(string name, Stream weights, CancellationToken cancellation = default)
    {
        await files.WriteAsync($"{Folder}/{name}", file => weights.CopyToAsync(file, cancellation), cancellation);
        return await files.TryFetchAsync($"{Folder}/{name}", cancellation) ?? throw new IOException($"The weights '{name}' are gone.");
    }

    /// <summary>A file of this machine with the weights that the shop remembers under a path; null where there is none.</summary>
    public async Task<string?> TryFindAsync(string path, CancellationToken cancellation = default) => File.Exists(path) ? path
        : await files.TryFetchAsync($"{Folder}/{path[(path.LastIndexOfAny(['/', '\\']) + 1)..]}", cancellation);
}
