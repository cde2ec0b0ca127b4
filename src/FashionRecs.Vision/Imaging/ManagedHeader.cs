using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Webp;

namespace FashionRecs.Vision.Imaging;

/// <summary>Reads the header of a JPEG, PNG or WebP in memory-safe code, before a native decoder sees a byte.</summary>
internal static class ManagedHeader
{
    private static readonly Configuration Kinds = new(new JpegConfigurationModule(), new PngConfigurationModule(),
        new WebpConfigurationModule());

    /// <summary>Width and height in pixels, as stored.</summary>
    /// <exception cref="InvalidDataException">The header is damaged.</exception>
    public static (long Width, long Height) Read(PictureFile file)
    {
        try
        {
            using var stream = new MemoryStream(file.Bare, writable: false);
            var header = Image.Identify(Kinds, stream);
            return header is { Width: > 0, Height: > 0 } ? (header.Width, header.Height) : throw PictureFile.Damaged();
        }
        catch (Exception exception) when (
            exception is ImageFormatException or NotSupportedException or ArgumentException or IndexOutOfRangeException or OverflowException
            or NullReferenceException or InvalidOperationException)
        {
            // What a managed parser throws at bytes it did not expect says only that they are wrong.
            throw PictureFile.Damaged();
        }
    }
}
