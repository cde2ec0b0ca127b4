using System.Buffers.Binary;

namespace FashionRecs.Vision.Imaging;

/// <summary>Reads from EXIF how a picture has to be turned, and writes EXIF that says nothing else.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;

    /// <summary>
    /// Orientation (1 to 8) in a TIFF structure; 1 where it has none or is broken, since a broken note is no broken picture.
    /// </summary>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || (tiff[0], tiff[1]) is not ((byte)'I', (byte)'I') and not ((byte)'M', (byte)'M'))
        {
            return 1;
        }

        var little = tiff[0] == (byte)'I';
        var directory = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory + 2L > tiff.Length)
        {
            return 1;
        }

        var entries = tiff[(int)directory..];
        int count = Short(entries, little);
        for (var at = 2; count > 0 && at + 12 <= entries.Length; count--, at += 12)
        {
            if (Short(entries[at..], little) == Tag)
            {
                return Short(entries[(at + 8)..], little) is var value and >= 1 and <= 8 ? value : 1;
            }
        }

        return 1;
    }

    /// <summary>A JPEG segment, marker and length included, that holds an orientation (1 to 8) alone.</summary>
    public static byte[] Segment(int orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, Tag >> 8, Tag & 0xFF, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    private static ushort Short(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
}
