using System.Security.Cryptography;

namespace FashionRecs.Application.Backups;

/// <summary>Copies a stream and works out its SHA-256 on the way.</summary>
internal static class HashedCopy
{
    private const int Buffer = 1 << 17;

    /// <summary>Copies all of it; returns the number of bytes and the fingerprint in hexadecimal.</summary>
    public static async Task<(long Length, string Sha256)> RunAsync(Stream from, Stream to, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, length) = (new byte[Buffer], 0L);
        for (int read; (read = await from.ReadAsync(buffer, cancellation)) > 0; length += read)
        {
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return (length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
