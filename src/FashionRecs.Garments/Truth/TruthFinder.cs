using FashionRecs.Core.Projection;
using FashionRecs.Garments.Cutting;
using FashionRecs.Garments.Specification;
using SkiaSharp;

namespace FashionRecs.Garments.Truth;

/// <summary>Says what a finished picture shows: regions under the camera, less what is covered or cut off by the frame.</summary>
internal static class TruthFinder
{
    private const float EnoughOfArea = .45f;
    private const float EnoughOfEssential = .5f;

    public static IReadOnlyList<AttributeRegion> Find(GarmentSpec spec, CutGarment garment, SKMatrix camera, SKPath? cover, int width, int height)
    {
        using var frame = Outline.Rectangle(0, 0, width, height);
        SKPath? hidden = cover is null ? null : new SKPath(cover);
        hidden?.Transform(camera);
        return [.. spec.Values.All.Select(value =>
        {
            if (value.IsInvisible || !garment.Regions.TryGetValue(value.Attribute.Code, out var region))
            {
                return new AttributeRegion(value.Attribute.Invisible, null, null);
            }

            var area = Seen(region.Area, camera, frame, hidden, out var share);
            using var essential = Seen(region.Essential, camera, frame, hidden, out var essentialShare);
            var box = Box(area.TightBounds, width, height);
            return share < EnoughOfArea || essentialShare < EnoughOfEssential || box is null
                ? new AttributeRegion(value.Attribute.Invisible, null, null)
                : new AttributeRegion(value, box, area);
        })];
    }

    private static SKPath Seen(SKPath region, SKMatrix camera, SKPath frame, SKPath? hidden, out float share)
    {
        using var whole = new SKPath(region);
        whole.Transform(camera);
        var seen = whole.Op(frame, SKPathOp.Intersect) ?? new SKPath();
        if (hidden is not null && seen.Op(hidden, SKPathOp.Difference) is { } left)
        {
            seen.Dispose();
            seen = left;
        }

        share = hidden is null && frame.Bounds.Contains(whole.TightBounds) ? 1 : Area(seen, whole.TightBounds) / Math.Max(1, Area(whole, whole.TightBounds));
        return seen;
    }

    // Area in units of a coarse grid: exact enough for a share.
    private static float Area(SKPath path, SKRect bounds)
    {
        const int Side = 40;
        var inside = 0;
        for (var i = 0; i < Side * Side; i++)
        {
            inside += path.Contains(bounds.Left + (bounds.Width * ((i % Side) + .5f) / Side), bounds.Top + (bounds.Height * ((i / Side) + .5f) / Side)) ? 1 : 0;
        }

        return inside;
    }

    private static PixelBox? Box(SKRect bounds, int width, int height)
    {
        var box = SKRectI.Ceiling(bounds, true);
        box.Intersect(new SKRectI(0, 0, width, height));
        return box.Width > 0 && box.Height > 0 ? new PixelBox(box.Left, box.Top, box.Width, box.Height) : null;
    }
}
