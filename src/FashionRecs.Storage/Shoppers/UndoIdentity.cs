using System.Security.Cryptography;

namespace FashionRecs.Storage.Shoppers;

/// <summary>
/// The number of the row that takes an event back, made from what it takes back: the second of two at once changes nothing, and no log has
/// to be searched for the first. A name-based identifier (RFC 9562, version 8: the first 128 bits of a SHA-256).
/// </summary>
internal static class UndoIdentity
{
    /// <summary>The number of the row by which a shopper takes an event back.</summary>
    public static Guid Of(Guid shopper, Guid undone)
    {
        Span<byte> about = stackalloc byte[32];
        shopper.TryWriteBytes(about, bigEndian: true, out _);
        undone.TryWriteBytes(about[16..], bigEndian: true, out _);
        var bytes = SHA256.HashData(about)[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
