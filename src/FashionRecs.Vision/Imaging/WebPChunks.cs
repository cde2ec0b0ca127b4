using System.Buffers.Binary;

namespace FashionRecs.Vision.Imaging;

/// <summary>Goes through a WebP chunk by chunk up to its end (RFC 9649).</summary>
internal static class WebPChunks
{
    private const int Header = 12;
    private const byte Exif = 0x08, Xmp = 0x04, Icc = 0x20;

    /// <summary>Takes a WebP apart.</summary>
    /// <exception cref="InvalidDataException">It is cut off, damaged or moving.</exception>
    public static PictureFile Open(ReadOnlySpan<byte> encoded)
    {
        var end = BinaryPrimitives.ReadUInt32LittleEndian(encoded[4..]) + 8L;
        if (end > encoded.Length)
        {
            throw PictureFile.CutOff();
        }

        var (shown, bare, orientation, frames) = (new MemoryStream(encoded.Length), new MemoryStream(encoded.Length), 1, 0);
        for (var at = Header; at + 8 <= end;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(encoded[(at + 4)..]);
            if (length > end - at - 8)
            {
                throw PictureFile.CutOff();
            }

            var padded = (int)Math.Min(8 + (long)length + (length & 1), end - at);
            var name = encoded.Slice(at, 4);
            var body = encoded.Slice(at + 8, (int)length);
            var chunk = encoded.Slice(at, padded);
            at += padded;
            if (name.SequenceEqual("ANMF"u8) && ++frames > 1)
            {
                throw PictureFile.Moving();
            }

            if (name.SequenceEqual("VP8X"u8) && body.Length > 0)
            {
                WriteFlags(shown, chunk, Exif | Xmp);
                WriteFlags(bare, chunk, Exif | Xmp | Icc);
            }
            else if (name.SequenceEqual("ICCP"u8))
            {
                shown.Write(chunk);
            }
            else if (name.SequenceEqual("EXIF"u8))
            {
                // Some programs put the words in front that belong to JPEG.
                orientation = ExifOrientation.Read(body.StartsWith("Exif\0\0"u8) ? body[6..] : body);
            }
            else if (IsPicture(name))
            {
                shown.Write(chunk);
                bare.Write(chunk);
            }
        }

        return new PictureFile(PictureKind.WebP, Riff(shown), Riff(bare)) { Orientation = orientation, HeldPerPixel = 8 };
    }

    private static bool IsPicture(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("VP8 "u8) || name.SequenceEqual("VP8L"u8) || name.SequenceEqual("ALPH"u8)
        || name.SequenceEqual("ANIM"u8) || name.SequenceEqual("ANMF"u8);

    /// <summary>Writes the extended header without the flags of what is left out.</summary>
    private static void WriteFlags(MemoryStream target, ReadOnlySpan<byte> chunk, int without)
    {
        byte[] copy = [.. chunk];
        copy[8] &= (byte)~without;
        target.Write(copy);
    }

    private static byte[] Riff(MemoryStream chunks)
    {
        byte[] result = [.. "RIFF\0\0\0\0WEBP"u8, .. chunks.ToArray()];
        BinaryPrimitives.WriteUInt32LittleEndian(result.AsSpan(4), (uint)(result.Length - 8));
        return result;
    }
}
