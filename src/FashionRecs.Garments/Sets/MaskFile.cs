using System.Globalization;
using FashionRecs.Domain.Attributes;
using FashionRecs.Garments.Truth;
using SkiaSharp;

namespace FashionRecs.Garments.Sets;

/// <summary>The true region of one attribute as a file: an 8-bit grey PNG of the picture's size, 255 inside and 0 outside.</summary>
public static class MaskFile
{
    /// <summary>Path of a mask inside its set, for example <c>Masks/rendered/000012.sleeve_length.png</c>.</summary>
    public static string Name(int number, GarmentAttribute attribute) =>
        string.Create(CultureInfo.InvariantCulture, $"Masks/rendered/{number:D6}.{attribute.Code}.png");

    /// <summary>The file's bytes.</summary>
    public static byte[] Encode(AttributeRegion region, int width, int height)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Gray8, SKAlphaType.Opaque));
        var mask = region.Mask(width, height);
        for (var row = 0; row < height; row++)
        {
            mask.AsSpan(row * width, width).CopyTo(bitmap.GetPixelSpan().Slice(row * bitmap.RowBytes, width));
        }

        using var pixels = bitmap.PeekPixels();
        using var data = pixels.Encode(SKEncodedImageFormat.Png, 100);
        return data?.ToArray() ?? throw new InvalidOperationException("SkiaSharp cannot write PNG.");
    }
}
