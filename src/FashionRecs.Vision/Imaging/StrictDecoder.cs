using ImageMagick;
using ImageMagick.Formats;

namespace FashionRecs.Vision.Imaging;

/// <summary>
/// Decodes a picture from its first to its last byte and takes every warning of the decoder for damage. JPEGs are decoded at a reduced
/// scale: damage shows in their coded data, all of which is read at any scale. Thread-safe.
/// </summary>
internal static class StrictDecoder
{
    /// <summary>Quality of converted pictures, 0 to 100: nothing to be seen is lost.</summary>
    private const uint Quality = 92;

    /// <summary>A scale that is enough to see whether a picture is blank, in pixels a side.</summary>
    private const uint Enough = 192;

    /// <summary>Nobody waits longer for one picture.</summary>
    private static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(10);

    static StrictDecoder()
    {
        // The first of the folders that policies are looked for in; without it whatever lies on the machine would decide.
        MagickNET.SetEnvironmentVariable("MAGICK_CONFIGURE_PATH", Path.Combine(AppContext.BaseDirectory, "imaging"));
        // Sizes are judged before; these hold where a decoder finds something else than the header said. Nothing is ever put on disk.
        ResourceLimits.Disk = 0;
        ResourceLimits.Memory = 1UL << 30;
        ResourceLimits.MaxMemoryRequest = 256UL << 20;
        ResourceLimits.Width = ResourceLimits.Height = 1 << 20;
        ResourceLimits.Thread = 1;
        ResourceLimits.ListLength = 4;
    }

    /// <summary>Decodes a picture.</summary>
    /// <returns>The picture as JPEG or PNG where it cannot be kept as it is, else null; and whether it is all of one colour.</returns>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static (byte[]? Converted, bool IsBlank) Decode(PictureFile file)
    {
        var converts = file.Kind is PictureKind.Heic or PictureKind.Avif || (file.Kind != PictureKind.Jpeg && file.Orientation != 1);
        using var image = new MagickImage();
        var (damaged, clock) = (false, TimeProvider.System.GetTimestamp());
        image.Warning += (_, _) => damaged = true;
        image.Progress += (_, progress) => progress.Cancel = TimeProvider.System.GetElapsedTime(clock) > LongestTime;
        try
        {
            image.Read(converts ? file.Shown : file.Bare, Settings(file.Kind));
            if (damaged)
            {
                throw PictureFile.Damaged();
            }

            var converted = converts ? Convert(image, file) : null;
            return (converted, BlankPicture.Is(image));
        }
        catch (MagickException exception) when (exception is not MagickPolicyErrorException)
        {
            throw PictureFile.Damaged();
        }
    }

    private static MagickReadSettings Settings(PictureKind kind) => kind switch
    {
        PictureKind.Jpeg => new(new JpegReadDefines { Size = new MagickGeometry(Enough, Enough) }) { Format = MagickFormat.Jpeg },
        PictureKind.Png => new() { Format = MagickFormat.Png },
        PictureKind.WebP => new() { Format = MagickFormat.WebP },
        PictureKind.Heic => new() { Format = MagickFormat.Heic },
        PictureKind.Avif => new() { Format = MagickFormat.Avif },
    };

    private static byte[] Convert(MagickImage image, PictureFile file)
    {
        if (file.Kind is PictureKind.Png or PictureKind.WebP)
        {
            image.Orientation = (Orientation)file.Orientation;
        }

        image.AutoOrient();
        if (Math.Max(image.Width, image.Height) > PictureLimits.LongestConvertedSide)
        {
            image.Scale(PictureLimits.LongestConvertedSide, PictureLimits.LongestConvertedSide);
        }

        if (image.GetColorProfile() is not null)
        {
            image.TransformColorSpace(ColorProfiles.SRGB);
        }

        image.Strip();
        if (file.Kind == PictureKind.Png)
        {
            return image.ToByteArray(MagickFormat.Png);
        }

        image.BackgroundColor = MagickColors.White;
        image.Alpha(AlphaAction.Remove);
        image.Quality = Quality;
        return image.ToByteArray(MagickFormat.Jpeg);
    }
}
