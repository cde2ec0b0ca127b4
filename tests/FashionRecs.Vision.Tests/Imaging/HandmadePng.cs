using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace FashionRecs.Vision.Tests.Imaging;

/// <summary>Writes PNGs of every kind, and with every fault, which no library writes.</summary>
internal static class HandmadePng
{
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>A picture of 8×8 pixels.</summary>
    /// <param name="depth">Bits a sample.</param>
    /// <param name="colour">PNG's colour type.</param>
    /// <param name="rows">Unfiltered bytes of all rows; a 0 is put before each.</param>
    /// <param name="further">Chunks between header and data.</param>
    public static byte[] Of(byte depth, byte colour, byte[][] rows, params byte[][] further) =>
    [
        .. Signature, .. Chunk("IHDR", [0, 0, 0, 8, 0, 0, 0, 8, depth, colour, 0, 0, 0]), .. further.SelectMany(chunk => chunk),
        .. Chunk("IDAT", Deflated([.. rows.SelectMany(row => row.Prepend((byte)0))])), .. Chunk("IEND", []),
    ];

    public static byte[] Chunk(string name, byte[] body)
    {
        byte[] chunk = [0, 0, 0, 0, .. name.Select(letter => (byte)letter), .. body, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32.HashToUInt32(chunk.AsSpan(4, 4 + body.Length)));
        return chunk;
    }

    /// <summary>The file with further chunks behind its header.</summary>
    public static byte[] With(byte[] png, params byte[][] chunks) => [.. png[..33], .. chunks.SelectMany(chunk => chunk), .. png[33..]];

    /// <summary>The file with its coded data cut to a part, in chunks that are whole by themselves.</summary>
    public static byte[] WithDataCutTo(byte[] png, double part)
    {
        List<byte> result = [.. Signature];
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var name = string.Concat(png.AsSpan(at + 4, 4).ToArray().Select(letter => (char)letter));
            var body = png.AsSpan(at + 8, name == "IDAT" ? (int)(length * part) : length).ToArray();
            result.AddRange(Chunk(name, body));
            at += length + 12;
        }

        return [.. result];
    }

    private static byte[] Deflated(byte[] bytes)
    {
        using var result = new MemoryStream();
        using (var deflate = new ZLibStream(result, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(bytes);
        }

        return result.ToArray();
    }
}
