using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Projection;
using SkiaSharp;

namespace FashionRecs.Garments.Truth;

/// <summary>What a rendered picture truly shows of one attribute.</summary>
/// <param name="Value">The value as seen: invisible where the garment lacks it or something hides it.</param>
/// <param name="Box">Bounds of the mask in picture pixels, or null where invisible.</param>
/// <param name="Area">The region as a path in picture pixels, or null where invisible; it may leave the picture.</param>
/// <param name="Hidden">What lies in front of the region, in picture pixels, or null where nothing does.</param>
public sealed record AttributeRegion(AttributeValue Value, PixelBox? Box, SKPath? Area, SKPath? Hidden = null)
{
    /// <summary>The region as one byte per pixel, row by row: 255 inside, 0 outside; all 0 where invisible.</summary>
    public byte[] Mask(int width, int height)
    {
        using var mask = new SKBitmap(new SKImageInfo(width, height, SKColorType.Alpha8, SKAlphaType.Premul));
        mask.Erase(SKColors.Transparent);
        if (Area is not null)
        {
            using var canvas = new SKCanvas(mask);
            using var paint = new SKPaint { Color = SKColors.Black };
            canvas.DrawPath(Area, paint);
            if (Hidden is not null)
            {
                paint.BlendMode = SKBlendMode.Clear;
                canvas.DrawPath(Hidden, paint);
            }

            canvas.Flush();
        }

        var bytes = new byte[width * height];
        for (var row = 0; row < height; row++)
        {
            mask.GetPixelSpan().Slice(row * mask.RowBytes, width).CopyTo(bytes.AsSpan(row * width));
        }

        return bytes;
    }
}
