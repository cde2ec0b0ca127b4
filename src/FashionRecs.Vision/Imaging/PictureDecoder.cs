using SkiaSharp;

namespace FashionRecs.Vision.Imaging;

/// <summary>
/// Decodes JPEG, PNG and WebP (grayscale, CMYK and alpha included) to opaque RGBA, upright as EXIF says, transparent parts on
/// white. The header is judged before anything is decoded. Thread-safe.
/// </summary>
public static class PictureDecoder
{
    /// <summary>Reads a picture's size from its header, after EXIF orientation, without decoding it.</summary>
    /// <exception cref="InvalidDataException">The picture is of no known kind, too large or empty; one sentence says which.</exception>
    public static (int Width, int Height) ReadSize(ReadOnlySpan<byte> encoded)
    {
        using var codec = Open(encoded);
        return Upright(codec);
    }

    /// <summary>Reads a file after judging its size on disk.</summary>
    /// <exception cref="InvalidDataException">The file is empty or larger than <see cref="PictureLimits.MaximumBytes"/>.</exception>
    public static byte[] ReadFile(string path)
    {
        var length = new FileInfo(path).Length;
        return length <= PictureLimits.MaximumBytes ? File.ReadAllBytes(path) : throw TooManyBytes(length);
    }

    /// <summary>Decodes a picture.</summary>
    /// <param name="encoded">The file's bytes.</param>
    /// <param name="enough">A size in pixels that is enough for the caller: a larger JPEG is decoded at a reduced scale no smaller than
    /// it.</param>
    /// <returns>The bitmap (the caller's to dispose) and the original's size after orientation.</returns>
    /// <exception cref="InvalidDataException">The picture cannot be decoded; one sentence says why.</exception>
    public static DecodedPicture Decode(ReadOnlySpan<byte> encoded, (int Width, int Height)? enough = null)
    {
        using var codec = Open(encoded);
        var (width, height) = Upright(codec);
        var size = enough is { } wanted ? ReducedSize(codec, width, height, wanted) : codec.Info.Size;
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb());
        var bitmap = new SKBitmap(info);
        try
        {
            var result = codec.GetPixels(info, bitmap.GetPixels());
            if (result != SKCodecResult.Success)
            {
                throw new InvalidDataException(result == SKCodecResult.IncompleteInput
                    ? "The picture is cut off before its end."
                    : $"The picture is damaged ({result}).");
            }

            return new DecodedPicture(MakeUpright(bitmap, codec), width, height);
        }
        catch
        {
            bitmap.Dispose();
            throw;
        }
    }

    /// <summary>Refuses a file by its length in bytes.</summary>
    /// <exception cref="InvalidDataException">It is empty or larger than <see cref="PictureLimits.MaximumBytes"/>.</exception>
    internal static void CheckLength(long bytes)
    {
        if (bytes == 0)
        {
            throw new InvalidDataException("The picture is empty.");
        }

        if (bytes > PictureLimits.MaximumBytes)
        {
            throw TooManyBytes(bytes);
        }
    }

    private static SKCodec Open(ReadOnlySpan<byte> encoded)
    {
        CheckLength(encoded.Length);
        using var data = SKData.CreateCopy(encoded);
        var codec = SKCodec.Create(data) ?? throw new InvalidDataException("The file is not a readable JPEG, PNG or WebP picture.");
        if (codec.EncodedFormat is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Webp))
        {
            var format = codec.EncodedFormat;
            codec.Dispose();
            throw new InvalidDataException($"The file is a {format} picture; only JPEG, PNG and WebP are read.");
        }

        if ((long)codec.Info.Width * codec.Info.Height > PictureLimits.MaximumPixels)
        {
            var (width, height) = (codec.Info.Width, codec.Info.Height);
            codec.Dispose();
            throw new InvalidDataException(
                $"The picture is {width}×{height} pixels; at most {PictureLimits.MaximumPixels / 1_000_000} megapixels are read.");
        }

        return codec;
    }

    private static SKSizeI ReducedSize(SKCodec codec, int width, int height, (int Width, int Height) enough)
    {
        // The target may be letterboxed, so the side that binds decides.
        var scale = Math.Min(1f, Math.Min((float)enough.Width / width, (float)enough.Height / height));
        var size = codec.GetScaledDimensions(scale);
        return size.Width > 0 && size.Height > 0 ? size : codec.Info.Size;
    }

    private static (int Width, int Height) Upright(SKCodec codec) =>
        codec.EncodedOrigin >= SKEncodedOrigin.LeftTop ? (codec.Info.Height, codec.Info.Width) : (codec.Info.Width, codec.Info.Height);

    private static SKBitmap MakeUpright(SKBitmap bitmap, SKCodec codec)
    {
        var opaque = codec.Info.AlphaType == SKAlphaType.Opaque;
        if (codec.EncodedOrigin == SKEncodedOrigin.TopLeft && opaque)
        {
            return bitmap;
        }

        var turned = codec.EncodedOrigin >= SKEncodedOrigin.LeftTop;
        var (width, height) = turned ? (bitmap.Height, bitmap.Width) : (bitmap.Width, bitmap.Height);
        var upright = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul, bitmap.ColorSpace));
        using var canvas = new SKCanvas(upright);
        canvas.Clear(SKColors.White);
        canvas.Concat(OriginMatrix(codec.EncodedOrigin, width, height));
        canvas.DrawBitmap(bitmap, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));
        bitmap.Dispose();
        return upright;
    }

    /// <summary>EXIF orientation as a matrix from stored to upright pixels; width and height are the upright picture's.</summary>
    private static SKMatrix OriginMatrix(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, width, -1, 0, height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, height, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    private static InvalidDataException TooManyBytes(long length) => new(
        $"The picture is {length / 1048576.0:F1} MB; at most {PictureLimits.MaximumBytes / 1048576} MB are read.");
}
