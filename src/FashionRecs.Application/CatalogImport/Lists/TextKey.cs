using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace FashionRecs.Application.CatalogImport.Lists;

/// <summary>Stands for a text in 16 bytes, so that a million of them take little room. Two texts with the same key do not happen.</summary>
internal static class TextKey
{
    /// <summary>The key of a text.</summary>
    public static UInt128 Of(ReadOnlySpan<char> text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text), hash);
        return BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
