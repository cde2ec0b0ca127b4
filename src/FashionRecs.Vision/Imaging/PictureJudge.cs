using FashionRecs.Domain.Projection;

namespace FashionRecs.Vision.Imaging;

/// <summary>
/// Decides of every file that comes from outside whether it is a picture the shop can use, for command line, import and uploads alike.
/// Managed code takes the file apart and judges kind, frames and size first; what is left is decoded wholly by a native decoder that
/// reports every damage. Thread-safe.
/// </summary>
public static class PictureJudge
{
    /// <summary>Pixels from which pictures are decoded one at a time: two of the largest would take half a gigabyte.</summary>
    private const long Large = 8_000_000;

    private static readonly Lock LargeOnes = new();

    /// <summary>Judges a file and makes of it what is kept: upright for everybody who reads it, and without metadata.</summary>
    /// <exception cref="InvalidDataException">It cannot be used; the message is one sentence that says why.</exception>
    public static InspectedPicture Judge(ReadOnlySpan<byte> encoded)
    {
        var (file, pixels) = Look(encoded);
        return pixels > Large ? OneAtATime(file) : Decode(file);
    }

    /// <summary>Takes a file apart and judges kind, frames and size, all in managed code.</summary>
    /// <returns>The file and its number of pixels.</returns>
    /// <exception cref="InvalidDataException">It cannot be used; the message is one sentence that says why.</exception>
    internal static (PictureFile File, long Pixels) Look(ReadOnlySpan<byte> encoded)
    {
        PictureDecoder.CheckLength(encoded.Length);
        var file = PictureFile.Open(encoded);
        var (width, height) = file.Size ?? ManagedHeader.Read(file);
        CheckSize(file, width, height);
        return (file, width * height);
    }

    /// <summary>Reads a file and judges it.</summary>
    /// <returns>The bytes that would be kept.</returns>
    /// <exception cref="InvalidDataException">It cannot be used; the message is one sentence that says why.</exception>
    public static byte[] ReadFile(string path) => Judge(PictureDecoder.ReadFile(path)).Bytes.ToArray();

    private static InspectedPicture OneAtATime(PictureFile file)
    {
        lock (LargeOnes)
        {
            return Decode(file);
        }
    }

    private static InspectedPicture Decode(PictureFile file)
    {
        var (converted, blank) = StrictDecoder.Decode(file);
        var kept = converted ?? file.Shown;
        var (width, height) = PictureDecoder.ReadSize(kept);
        return new InspectedPicture(kept, width, height, blank);
    }

    private static void CheckSize(PictureFile file, long width, long height)
    {
        var most = file.HeldPerPixel > 0
            ? Math.Min(PictureLimits.MaximumPixels, (long)(PictureLimits.MaximumHeldBytes / file.HeldPerPixel))
            : PictureLimits.MaximumPixels;
        if (width > most || height > most || width * height > most)
        {
            throw new InvalidDataException(
                $"The picture is {width}×{height} pixels; at most {most / 1_000_000} megapixels are read of its kind.");
        }
    }
}
