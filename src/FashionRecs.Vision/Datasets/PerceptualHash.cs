using FashionRecs.Vision.Images;
using SkiaSharp;

namespace FashionRecs.Vision.Datasets;

/// <summary>
/// A 64-bit difference hash: the picture at 9×8 gray pixels, one bit per horizontal step. Copies, resizes and recompressions
/// of a picture differ in a few bits; different pictures in about 32.
/// </summary>
public static class PerceptualHash
{
    /// <summary>Hashes an encoded picture.</summary>
    /// <exception cref="InvalidDataException">The picture cannot be decoded.</exception>
    public static ulong Compute(ReadOnlySpan<byte> encoded)
    {
        using var picture = PictureDecoder.Decode(encoded, enough: (64, 64));
        using var small = picture.Bitmap.Resize(new SKImageInfo(9, 8, SKColorType.Gray8), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        var hash = 0UL;
        for (var y = 0; y < 8; y++)
        {
            for (var x = 0; x < 8; x++)
            {
                hash = (hash << 1) | (small.GetPixel(x, y).Red < small.GetPixel(x + 1, y).Red ? 1UL : 0UL);
            }
        }

        return hash;
    }
}
