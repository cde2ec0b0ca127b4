using System.Buffers.Binary;

namespace FashionRecs.Vision.Imaging;

/// <summary>
/// Goes through a JPEG segment by segment (ISO 10918-1, annex B) up to its end marker. Decoding alone does not tell whether all of it is
/// there: of a progressive JPEG the first, coarse scan is enough for a whole picture, which then is a blur.
/// </summary>
internal static class JpegSegments
{
    private const byte Marker = 0xFF, StartOfImage = 0xD8, EndOfImage = 0xD9, StartOfScan = 0xDA, Comment = 0xFE, FirstApp = 0xE0,
    LastApp = 0xEF;

    /// <summary>Takes a JPEG apart.</summary>
    /// <exception cref="InvalidDataException">It is cut off, damaged, or lacks scans that its kind must have.</exception>
    public static PictureFile Open(ReadOnlySpan<byte> encoded)
    {
        var (shown, bare) = (new MemoryStream(encoded.Length), new MemoryStream(encoded.Length));
        shown.Write([Marker, StartOfImage]);
        bare.Write([Marker, StartOfImage]);
        var (orientation, scans) = (1, default(JpegScans));
        for (var at = 2; at + 2 <= encoded.Length;)
        {
            var kind = encoded[at + 1];
            if (encoded[at] != Marker || kind is Marker or 0)
            {
                at++; // Bytes that fill.
                continue;
            }

            if (kind == EndOfImage)
            {
                shown.Write([Marker, EndOfImage]);
                bare.Write([Marker, EndOfImage]);
                return scans switch
                {
                    null => throw PictureFile.Damaged(),
                    { IsComplete: false } => throw PictureFile.CutOff(),
                    _ => new PictureFile(PictureKind.Jpeg, WithOrientation(shown.ToArray(), orientation), bare.ToArray())
                    {
                        Orientation = orientation, HeldPerPixel = scans.HeldPerPixel,
                    },
                };
            }

            if (kind is StartOfImage or 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += 2; // Markers without a length.
                continue;
            }

            if (at + 4 > encoded.Length || BinaryPrimitives.ReadUInt16BigEndian(encoded[(at + 2)..]) is var length
                && (length < 2 || at + 2 + length > encoded.Length))
            {
                break;
            }

            var segment = encoded.Slice(at, 2 + length);
            var body = segment[4..];
            at += segment.Length;
            if (kind is Comment or (>= FirstApp and <= LastApp))
            {
                orientation = kind == 0xE1 && body.StartsWith("Exif\0\0"u8) ? ExifOrientation.Read(body[6..]) : orientation;
                Keep(kind, segment, body, shown, bare);
                continue;
            }

            scans = JpegScans.IsFrame(kind) ? scans is null ? JpegScans.Of(kind, body) : throw PictureFile.Damaged() : scans;
            shown.Write(segment);
            bare.Write(segment);
            if (kind == StartOfScan)
            {
                (scans ?? throw PictureFile.Damaged()).Add(body);
                var data = encoded[at..][..LengthOfData(encoded[at..])];
                shown.Write(data);
                bare.Write(data);
                at += data.Length;
            }
        }

        throw PictureFile.CutOff();
    }

    /// <summary>Keeps what decides about colours: JFIF without its preview, Adobe's transform, and the profile.</summary>
    private static void Keep(byte kind, ReadOnlySpan<byte> segment, ReadOnlySpan<byte> body, MemoryStream shown, MemoryStream bare)
    {
        if (kind == 0xE0 && body.Length >= 14 && body.StartsWith("JFIF\0"u8))
        {
            ReadOnlySpan<byte> plain = [Marker, kind, 0, 16, .. body[..12], 0, 0];
            shown.Write(plain);
            bare.Write(plain);
        }
        else if (kind == 0xEE && body.StartsWith("Adobe"u8))
        {
            shown.Write(segment);
            bare.Write(segment);
        }
        else if (kind == 0xE2 && body.StartsWith("ICC_PROFILE\0"u8))
        {
            shown.Write(segment);
        }
    }

    /// <summary>Length of a scan's coded data: up to the next marker that is neither a restart nor an escaped byte.</summary>
    private static int LengthOfData(ReadOnlySpan<byte> coded)
    {
        for (var at = 0; ; at += 2)
        {
            var next = coded[at..].IndexOf(Marker);
            if (next < 0 || at + next + 1 >= coded.Length)
            {
                throw PictureFile.CutOff();
            }

            at += next;
            if (coded[at + 1] == Marker)
            {
                at--;
            }
            else if (coded[at + 1] is not (0 or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }
        }
    }

    private static byte[] WithOrientation(byte[] jpeg, int orientation) =>
        orientation == 1 ? jpeg : [.. jpeg[..2], .. ExifOrientation.Segment(orientation), .. jpeg[2..]];
}
