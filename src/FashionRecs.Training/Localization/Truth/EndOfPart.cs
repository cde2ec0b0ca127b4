using SkiaSharp;

namespace FashionRecs.Training.Localization.Truth;

/// <summary>
/// What of a drawn part tells a length: the hem of skirts, coats and trousers, the ends of sleeves. With the same margin as landmarks have,
/// so that drawings and photographs mean the same: a tenth of the garment's longer side.
/// </summary>
internal static class EndOfPart
{
    /// <summary>The region at the end of a part.</summary>
    /// <param name="region">All of the part, with its mask.</param>
    /// <param name="isSleeve">Whether it ends away from the shoulder rather than at the bottom.</param>
    /// <param name="margin">In pixels, at least 1.</param>
    public static TrueRegion Of(TrueRegion region, bool isSleeve, float margin)
    {
        var (mask, width) = (region.Mask!, region.MaskWidth);
        var ends = Components(mask, width).Select(component => isSleeve ? Cuff(component, width, margin) : Hem(component, width, margin))
            .ToArray();
        if (ends.Length == 0)
        {
            return region;
        }

        var end = new byte[mask.Length];
        foreach (var pixel in ends.SelectMany(one => one))
        {
            end[pixel] = mask[pixel];
        }

        SKRect[] parts = [.. ends.Select(one => Around(one, width, isSleeve, margin))];
        return region with { Box = parts.Aggregate(SKRect.Union), Parts = parts, Mask = end };
    }

    /// <summary>The pixels of each connected part of a mask, but for crumbs; two legs or sleeves that touch are one.</summary>
    private static List<int[]> Components(byte[] mask, int width)
    {
        var open = Array.ConvertAll(mask, pixel => pixel != 0);
        var found = new List<int[]>();
        for (var start = 0; start < open.Length; start++)
        {
            if (!open[start])
            {
                continue;
            }

            var (pixels, waiting) = (new List<int>(), new Stack<int>([start]));
            open[start] = false;
            while (waiting.TryPop(out var pixel))
            {
                pixels.Add(pixel);
                foreach (var next in (int[])[pixel - width, pixel + width, pixel % width > 0 ? pixel - 1 : -1,
                    pixel % width < width - 1 ? pixel + 1 : -1])
                {
                    if (next >= 0 && next < open.Length && open[next])
                    {
                        open[next] = false;
                        waiting.Push(next);
                    }
                }
            }

            found.Add([.. pixels]);
        }

        return [.. found.Where(pixels => pixels.Length * 10 >= found.Max(other => other.Length))];
    }

    private static int[] Hem(int[] pixels, int width, float margin)
    {
        var bottoms = pixels.GroupBy(pixel => pixel % width).ToDictionary(column => column.Key, column => column.Max() / width);
        var lowest = bottoms.Values.Max();
        return [.. pixels.Where(pixel =>
            bottoms[pixel % width] is var bottom && bottom > lowest - (1.5f * margin) && pixel / width > bottom - margin)];
    }

    private static int[] Cuff(int[] pixels, int width, float margin)
    {
        var shoulder = Point(pixels.Min(), width);
        var far = pixels.Max(pixel => SKPoint.Distance(Point(pixel, width), shoulder));
        return [.. pixels.Where(pixel => SKPoint.Distance(Point(pixel, width), shoulder) > far - (1.2f * margin))];
    }

    private static SKRect Around(int[] pixels, int width, bool isSleeve, float margin)
    {
        var points = pixels.Select(pixel => Point(pixel, width)).ToArray();
        var box = new SKRect(points.Min(point => point.X), points.Min(point => point.Y), points.Max(point => point.X),
            points.Max(point => point.Y));
        if (isSleeve)
        {
            // Landmarks mark a cuff's middle.
            return SKRect.Create(box.MidX - margin, box.MidY - margin, 2 * margin, 2 * margin);
        }

        return new SKRect(box.Left - margin, box.Bottom - (1.25f * margin), box.Right + margin, box.Bottom + margin);
    }

    private static SKPoint Point(int pixel, int width) => new((pixel % width) + 0.5f, (pixel / width) + 0.5f);
}
