using System.Security.Cryptography;
using FashionRecs.Application.Files;

namespace FashionRecs.Application.Pictures;

/// <summary>
/// Pictures as files named by their content. A file is complete or not there. Safe to share between threads and processes.
/// </summary>
public sealed class PictureStore(ShopFolder folder, ShopFileWriter files)
{
    /// <summary>The name a picture's bytes have here: their SHA-256 in lower-case hexadecimal.</summary>
    public static string NameOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Keeps a picture; returns its name. Keeping it again changes nothing.</summary>
    /// <exception cref="IOException">The folder cannot be written, or the disk is full.</exception>
    public async Task<string> SaveAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation = default)
    {
        var name = NameOf(bytes.Span);
        var path = PathOf(name);
        if (File.Exists(path))
        {
            return name;
        }

        await files.WriteAsync(path, file => file.WriteAsync(bytes, cancellation).AsTask());
        return name;
    }

    /// <summary>The file of a picture, or null where there is none by that name.</summary>
    public string? TryFind(string name)
    {
        // The name comes from an address, so it must be a name and nothing else.
        var isName = name.Length == 64 && name.All(letter => letter is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
        return isName && File.Exists(PathOf(name)) ? PathOf(name) : null;
    }

    /// <summary>Removes a picture that no product has any more; one that is not there is no trouble.</summary>
    public void Delete(string name)
    {
        if (TryFind(name) is { } file)
        {
            File.Delete(file);
        }
    }

    private string PathOf(string name) => Path.Combine(folder.Pictures, name[..2], name);
}
