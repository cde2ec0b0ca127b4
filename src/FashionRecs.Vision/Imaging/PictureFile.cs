namespace FashionRecs.Vision.Imaging;

/// <summary>What the structure of a picture's file says, found without decoding anything.</summary>
/// <param name="Kind">The kind of file.</param>
/// <param name="Shown">The file without whatever does not show: no metadata, no previews, nothing behind the end.</param>
/// <param name="Bare">The same without its colour profile too: all that a decoder needs to find damage in the picture itself.</param>
internal sealed record PictureFile(PictureKind Kind, byte[] Shown, byte[] Bare)
{
    /// <summary>How the pixels have to be turned, as EXIF counts (1 to 8); 1 for upright.</summary>
    public int Orientation { get; init; } = 1;

    /// <summary>Width and height in pixels as the container says; null where only the picture's own header says it.</summary>
    public (long Width, long Height)? Size { get; init; }

    /// <summary>Bytes per pixel that a decoder holds at once, measured for its kind; 0 where it goes row by row.</summary>
    public double HeldPerPixel { get; init; }

    /// <summary>Takes a file apart by its first bytes, whatever its name says.</summary>
    /// <exception cref="InvalidDataException">It is of no kind that is taken, cut off, damaged or moving; one sentence says
    /// which.</exception>
    public static PictureFile Open(ReadOnlySpan<byte> encoded) => encoded switch
    {
        [0xFF, 0xD8, 0xFF, ..] => JpegSegments.Open(encoded),
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PngChunks.Open(encoded),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] =>
            WebPChunks.Open(encoded),
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => HeifBoxes.Open(encoded),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => throw NotTaken("GIF"),
        [(byte)'B', (byte)'M', ..] => throw NotTaken("BMP"),
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => throw NotTaken("TIFF"),
        _ => throw Unreadable(),
    };

    /// <summary>The file ends too early.</summary>
    public static InvalidDataException CutOff() => new("The picture is cut off before its end.");

    /// <summary>Something in the file is wrong.</summary>
    public static InvalidDataException Damaged() => new("The picture is damaged: part of it is missing or wrong.");

    /// <summary>The file holds more than one picture, one after the other.</summary>
    public static InvalidDataException Moving() => new("The picture moves; hand in a still one.");

    /// <summary>The file is no picture, or of a kind that nobody knows.</summary>
    public static InvalidDataException Unreadable() => new("The file is not a readable JPEG, PNG, WebP, HEIC or AVIF picture.");

    private static InvalidDataException NotTaken(string kind) =>
        new($"The file is a {kind} picture; hand it in as JPEG, PNG, WebP, HEIC or AVIF.");
}
