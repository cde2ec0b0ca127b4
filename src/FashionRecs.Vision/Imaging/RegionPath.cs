using FashionRecs.Domain.Projection;
using SkiaSharp;

namespace FashionRecs.Vision.Imaging;

/// <summary>The line around a part of a picture, for drawing.</summary>
internal static class RegionPath
{
    /// <summary>The outline; the box where there is none.</summary>
    /// <param name="outline">In fractions of the picture, or null.</param>
    /// <param name="box">In pixels of the original picture.</param>
    /// <param name="width">Width of the picture as it is drawn, in pixels.</param>
    /// <param name="height">Height of the picture as it is drawn, in pixels.</param>
    /// <param name="scale">Pixels as drawn per pixel of the original.</param>
    public static SKPath Of(PartOutline? outline, PixelBox box, float width, float height, float scale = 1)
    {
        using var path = new SKPathBuilder();
        if (outline is null)
        {
            path.AddRect(SKRect.Create(box.X * scale, box.Y * scale, box.Width * scale, box.Height * scale));
        }

        foreach (var polygon in outline?.Polygons ?? [])
        {
            path.AddPoly([.. polygon.Select(point => new SKPoint(point.X * width, point.Y * height))], close: true);
        }

        return path.Detach();
    }
}
