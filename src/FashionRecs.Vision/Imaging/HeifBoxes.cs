using System.Buffers.Binary;

namespace FashionRecs.Vision.Imaging;

/// <summary>Goes through the boxes of a HEIC or AVIF file (ISO 23008-12) for its kind and the size of its largest picture.</summary>
internal static class HeifBoxes
{
    /// <summary>Boxes lie in boxes; the size lies three deep.</summary>
    private const int Deepest = 4;

    /// <summary>Takes the file apart.</summary>
    /// <exception cref="InvalidDataException">It is of another kind, cut off, moving, or says no size.</exception>
    public static PictureFile Open(ReadOnlySpan<byte> encoded)
    {
        var length = BinaryPrimitives.ReadUInt32BigEndian(encoded);
        if (length < 16 || length > encoded.Length)
        {
            throw PictureFile.CutOff();
        }

        var kind = KindOf(encoded[8..(int)length]);
        var (width, height) = LargestSize(encoded, 0);
        return width > 0 && height > 0
            ? new PictureFile(kind, encoded.ToArray(), []) { Size = (width, height), HeldPerPixel = kind == PictureKind.Heic ? 8.9 : 15 }
            : throw PictureFile.Damaged();
    }

    private static PictureKind KindOf(ReadOnlySpan<byte> brands)
    {
        var first = brands[..4];
        if (first.SequenceEqual("avis"u8) || first.SequenceEqual("hevc"u8) || first.SequenceEqual("hevx"u8)
            || first.SequenceEqual("msf1"u8))
        {
            throw PictureFile.Moving();
        }

        for (var at = 0; at + 4 <= brands.Length; at += at == 0 ? 8 : 4)
        {
            var brand = brands.Slice(at, 4);
            if (brand.SequenceEqual("avif"u8))
            {
                return PictureKind.Avif;
            }

            if (brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8))
            {
                return PictureKind.Heic;
            }
        }

        throw PictureFile.Unreadable();
    }

    private static (long Width, long Height) LargestSize(ReadOnlySpan<byte> boxes, int depth)
    {
        var largest = (Width: 0L, Height: 0L);
        for (long at = 0; at + 8 <= boxes.Length;)
        {
            var box = boxes[(int)at..];
            var (length, header) = ((long)BinaryPrimitives.ReadUInt32BigEndian(box), 8);
            if (length == 1 && box.Length >= 16)
            {
                (length, header) = ((long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(box[8..]), long.MaxValue), 16);
            }

            length = length == 0 ? box.Length : length; // The last box may reach to the end.
            if (length < header || length > box.Length)
            {
                throw PictureFile.CutOff();
            }

            var name = box.Slice(4, 4);
            var body = box[header..(int)length];
            var size = name.SequenceEqual("ispe"u8) && body.Length >= 12
                ? (BinaryPrimitives.ReadUInt32BigEndian(body[4..]), BinaryPrimitives.ReadUInt32BigEndian(body[8..]))
                : depth < Deepest && name.SequenceEqual("meta"u8) && body.Length > 4 ? LargestSize(body[4..], depth + 1)
                : depth < Deepest && (name.SequenceEqual("iprp"u8) || name.SequenceEqual("ipco"u8)) ? LargestSize(body, depth + 1)
                : (0L, 0L);
            largest = size.Item1 * (double)size.Item2 > largest.Width * (double)largest.Height ? size : largest;
            at += length;
        }

        return largest;
    }
}
