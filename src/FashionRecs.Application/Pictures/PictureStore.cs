using System.Security.Cryptography;
using FashionRecs.Application.Files;

namespace FashionRecs.Application.Pictures;

/// <summary>
/// Pictures as files named by their content. A file is complete or not there. Safe to share between threads and processes.
/// </summary>
public sealed class PictureStore(ISharedFiles files)
{
    private const string Folder = "pictures";

    /// <summary>Where they are, as a sentence names it.</summary>
    public string Place => files.Place;

    /// <summary>The name a picture's bytes have here: their SHA-256 in lower-case hexadecimal.</summary>
    public static string NameOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Keeps a picture; returns its name. Keeping it again changes nothing.</summary>
    /// <exception cref="IOException">The place cannot be written, or is full.</exception>
    public async Task<string> SaveAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation = default)
    {
        var name = NameOf(bytes.Span);
        if (!await files.ExistsAsync(FileOf(name), cancellation))
        {
            await files.WriteAsync(FileOf(name), file => file.WriteAsync(bytes, cancellation).AsTask(), cancellation);
        }

        return name;
    }

    /// <summary>Whether there is a picture by that name.</summary>
    public async Task<bool> ExistsAsync(string name, CancellationToken cancellation = default) =>
        IsName(name) && await files.ExistsAsync(FileOf(name), cancellation);

    /// <summary>A file of this machine with a picture, or null where there is none by that name.</summary>
    public async Task<string?> TryFindAsync(string name, CancellationToken cancellation = default) =>
        IsName(name) ? await files.TryFetchAsync(FileOf(name), cancellation) : null;

    /// <summary>The bytes of a picture, or null where there is none by that name.</summary>
    public async Task<byte[]?> TryReadAsync(string name, CancellationToken cancellation = default) =>
        await TryFindAsync(name, cancellation) is { } path ? await File.ReadAllBytesAsync(path, cancellation) : null;

    /// <summary>Removes a picture that no product has any more; one that is not there is no trouble.</summary>
    public Task DeleteAsync(string name, CancellationToken cancellation = default) =>
        IsName(name) ? files.DeleteAsync(FileOf(name), cancellation) : Task.CompletedTask;

    /// <summary>The name comes from an address, so it must be a name and nothing else.</summary>
    private static bool IsName(string name) =>
        name.Length == 64 && name.All(letter => letter is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    private static string FileOf(string name) => $"{Folder}/{name[..2]}/{name}";
}
