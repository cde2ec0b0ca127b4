using FashionRecs.Domain.Projection;
using FashionRecs.Garments.Cutting;
using FashionRecs.Garments.Specification;
using SkiaSharp;

namespace FashionRecs.Garments.Truth;

/// <summary>Says what a finished picture shows: regions under the camera, less what is covered or cut off by the frame.</summary>
internal static class TruthFinder
{
    private const float EnoughOfArea = .45f;
    private const float EnoughOfEssential = .5f;

    public static IReadOnlyList<AttributeRegion> Find(GarmentSpec spec, CutGarment garment, SKMatrix camera, SKPath? cover, int width,
        int height)
    {
        var frame = new SKRect(0, 0, width, height);
        var hidden = cover is null ? null : Seen(cover, camera);
        return [.. spec.Values.All.Select(value =>
        {
            var nothing = new AttributeRegion(value.Attribute.Invisible, null, null);
            if (value.IsInvisible || !garment.Regions.TryGetValue(value.Attribute.Code, out var region))
            {
                return nothing;
            }

            // Crossed arms do not hide the sleeves they wear.
            var above = spec.Cover == Cover.CrossedArms && value.Attribute.Code == Codes.Sleeve ? null : hidden;
            var area = Seen(region.Area, camera);
            using var essential = Seen(region.Essential, camera);
            if (Share(area, frame, above) < EnoughOfArea || Share(essential, frame, above) < EnoughOfEssential)
            {
                return nothing;
            }

            var shown = new AttributeRegion(value, null, area, above);
            return Bounds(shown.Mask(width, height), width) is { } box ? shown with { Box = box } : nothing;
        })];
    }

    private static SKPath Seen(SKPath region, SKMatrix camera)
    {
        var path = new SKPath(region);
        path.Transform(camera);
        return path;
    }

    // The share of a region that lies in the frame and is not hidden, counted on a coarse grid.
    private static float Share(SKPath region, SKRect frame, SKPath? hidden)
    {
        const int Side = 64;
        var bounds = region.TightBounds;
        if (hidden is null && frame.Contains(bounds))
        {
            return 1;
        }

        using var grid = new SKBitmap(Side, Side, SKColorType.Alpha8, SKAlphaType.Premul);
        using var canvas = new SKCanvas(grid);
        using var paint = new SKPaint { Color = SKColors.Black };
        grid.Erase(SKColors.Transparent);
        canvas.Scale(Side / Math.Max(1e-3f, bounds.Width), Side / Math.Max(1e-3f, bounds.Height));
        canvas.Translate(-bounds.Left, -bounds.Top);
        canvas.DrawPath(region, paint);
        canvas.Flush();
        var whole = Count(grid);
        paint.BlendMode = SKBlendMode.Clear;
        if (hidden is not null)
        {
            canvas.DrawPath(hidden, paint);
        }

        canvas.ClipRect(frame, SKClipOperation.Difference);
        canvas.DrawRect(bounds, paint);
        canvas.Flush();
        return Count(grid) / Math.Max(1f, whole);
    }

    private static int Count(SKBitmap grid) => grid.GetPixelSpan().Length - grid.GetPixelSpan().Count((byte)0);

    private static PixelBox? Bounds(ReadOnlySpan<byte> mask, int width)
    {
        var (left, right, top, bottom) = (width, -1, -1, -1);
        for (var start = 0; start < mask.Length; start += width)
        {
            var row = mask.Slice(start, width);
            var first = row.IndexOfAnyExcept((byte)0);
            if (first < 0)
            {
                continue;
            }

            (left, right) = (Math.Min(left, first), Math.Max(right, row.LastIndexOfAnyExcept((byte)0)));
            (top, bottom) = (top < 0 ? start / width : top, start / width);
        }

        return right < 0 ? null : new PixelBox(left, top, right - left + 1, bottom - top + 1);
    }
}
