using System.Buffers.Binary;

namespace FashionRecs.Vision.Imaging;

/// <summary>
/// Finds out from a picture's structure whether its end is there. Decoding does not tell: of a progressive JPEG that is cut off the first,
/// coarse pass is enough for a whole picture, which then is a blur.
/// </summary>
internal static class PictureEnd
{
    private const byte Marker = 0xFF, StartOfScan = 0xDA;

    private static ReadOnlySpan<byte> EndOfImage => [Marker, 0xD9];

    /// <summary>
    /// Whether a JPEG, PNG or WebP picture ends before its end; false for bytes of any other kind. What follows the end does not matter.
    /// </summary>
    public static bool IsMissing(ReadOnlySpan<byte> encoded) => encoded switch
    {
        [Marker, 0xD8, ..] => IsMissingInJpeg(encoded),
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => encoded.LastIndexOf("IEND"u8) < 0,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, ..] =>
            BinaryPrimitives.ReadUInt32LittleEndian(encoded[4..]) + 8L > encoded.Length,
        _ => false,
    };

    /// <summary>
    /// Goes from segment to segment to the first scan, since a thumbnail has an end of its own; after that the end marker cannot be
    /// anything else.
    /// </summary>
    private static bool IsMissingInJpeg(ReadOnlySpan<byte> encoded)
    {
        for (var at = 2; at + 4 <= encoded.Length;)
        {
            if (encoded[at] != Marker || encoded[at + 1] == Marker)
            {
                at++; // Bytes that fill.
            }
            else if (encoded[at + 1] == StartOfScan)
            {
                return encoded[at..].IndexOf(EndOfImage) < 0;
            }
            else
            {
                at += 2 + BinaryPrimitives.ReadUInt16BigEndian(encoded[(at + 2)..]);
            }
        }

        return true;
    }
}
