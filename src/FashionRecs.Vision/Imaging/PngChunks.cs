using System.Buffers.Binary;
using System.IO.Hashing;

namespace FashionRecs.Vision.Imaging;

/// <summary>Goes through a PNG chunk by chunk up to its end and checks every chunk's sum (ISO 15948, clause 5).</summary>
internal static class PngChunks
{
    private const int Signature = 8, Interlacing = 28;

    /// <summary>Takes a PNG apart.</summary>
    /// <exception cref="InvalidDataException">It is cut off, damaged or moving.</exception>
    public static PictureFile Open(ReadOnlySpan<byte> encoded)
    {
        var (shown, bare, orientation) = (new MemoryStream(encoded.Length), new MemoryStream(encoded.Length), 1);
        shown.Write(encoded[..Signature]);
        bare.Write(encoded[..Signature]);
        for (var at = Signature; at + 12 <= encoded.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(encoded[at..]);
            if (length > encoded.Length - at - 12)
            {
                break;
            }

            var chunk = encoded.Slice(at, (int)length + 12);
            var name = chunk.Slice(4, 4);
            var body = chunk[8..^4];
            at += chunk.Length;
            var whole = Crc32.HashToUInt32(chunk[4..^4]) == BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]);
            if (!whole && IsNeeded(name))
            {
                throw PictureFile.Damaged();
            }

            if (name.SequenceEqual("acTL"u8) && body.Length >= 4 && BinaryPrimitives.ReadUInt32BigEndian(body) > 1)
            {
                throw PictureFile.Moving();
            }

            orientation = name.SequenceEqual("eXIf"u8) && whole ? ExifOrientation.Read(body) : orientation;
            if (IsNeeded(name))
            {
                shown.Write(chunk);
                bare.Write(chunk);
            }
            else if (whole && IsColour(name))
            {
                shown.Write(chunk);
            }

            if (name.SequenceEqual("IEND"u8))
            {
                return new PictureFile(PictureKind.Png, shown.ToArray(), bare.ToArray()) 
                {
                    Orientation = orientation, HeldPerPixel = encoded[Interlacing] == 0 ? 4 : 8,
                };
            }
        }

        throw PictureFile.CutOff();
    }

    /// <summary>
    /// A chunk without which the picture is not what it is; an upper-case first letter says so, and transparency shows as well.
    /// </summary>
    private static bool IsNeeded(ReadOnlySpan<byte> name) => (name[0] & 0x20) == 0 || name.SequenceEqual("tRNS"u8);

    private static bool IsColour(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("iCCP"u8) || name.SequenceEqual("sRGB"u8) || name.SequenceEqual("gAMA"u8) || name.SequenceEqual("cHRM"u8)
            || name.SequenceEqual("cICP"u8);
}
