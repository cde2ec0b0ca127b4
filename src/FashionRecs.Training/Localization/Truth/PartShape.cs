using SkiaSharp;

namespace FashionRecs.Training.Localization.Truth;

/// <summary>
/// What landmarks say of a part's shape: polygons that surely lie on it, and how far around them nothing is known. Beyond that the part is
/// not. In pixels of the picture.
/// </summary>
/// <param name="Sure">Convex polygons.</param>
/// <param name="Rim">How far around them nothing is known.</param>
public sealed record PartShape(IReadOnlyList<SKPoint[]> Sure, float Rim)
{
    /// <summary>
    /// A hem: the band above the line between its ends, as high as the margin, its sides towards the ends of the waist where they are
    /// known.
    /// </summary>
    public static PartShape Hem(SKPoint from, SKPoint to, IReadOnlyList<SKPoint> waist, float margin)
    {
        var (left, right) = from.X <= to.X ? (from, to) : (to, from);
        var ends = waist.OrderBy(point => point.X).ToArray();
        return new PartShape([[left, right, Up(right, ends.Length == 2 ? ends[1] : null, margin),
            Up(left, ends.Length == 2 ? ends[0] : null, margin)]], 0.25f * margin);
    }

    /// <summary>The ends of sleeves: a small octagon at each cuff, on the side of the shoulders.</summary>
    public static PartShape Cuffs(IReadOnlyList<SKPoint> cuffs, SKPoint shoulders, float margin) =>
        new([.. cuffs.Select(cuff => Octagon(Towards(cuff, shoulders, 0.35f * margin), 0.4f * margin))], 1.3f * margin);

    /// <summary>A neckline: the triangle below both ends of the collar.</summary>
    public static PartShape Neckline(SKPoint left, SKPoint right)
    {
        var distance = SKPoint.Distance(left, right);
        return new PartShape([[left, right, new SKPoint((left.X + right.X) / 2, ((left.Y + right.Y) / 2) + (0.4f * distance))]],
            0.7f * distance);
    }

    /// <summary>Whether a point lies on the part; null where that is not known.</summary>
    public bool? Holds(SKPoint point)
    {
        var nearest = Sure.Min(polygon => Distance(polygon, point));
        return nearest <= 0 ? true : nearest <= Rim ? null : false;
    }

    private static SKPoint Up(SKPoint end, SKPoint? waist, float margin) =>
        waist is { } target && target.Y < end.Y ? Towards(end, target, margin) : new SKPoint(end.X, end.Y - margin);

    private static SKPoint Towards(SKPoint from, SKPoint to, float reach)
    {
        var distance = SKPoint.Distance(from, to);
        return distance < 1e-3f
            ? from : new SKPoint(from.X + ((to.X - from.X) * reach / distance), from.Y + ((to.Y - from.Y) * reach / distance));
    }

    private static SKPoint[] Octagon(SKPoint middle, float radius) =>
        [.. Enumerable.Range(0, 8).Select(corner => new SKPoint(middle.X + (radius * MathF.Cos(corner * MathF.PI / 4)),
            middle.Y + (radius * MathF.Sin(corner * MathF.PI / 4))))];

    /// <summary>Distance of a point from a polygon; 0 inside.</summary>
    private static float Distance(SKPoint[] polygon, SKPoint point)
    {
        var (inside, nearest) = (false, float.MaxValue);
        for (int at = 0, before = polygon.Length - 1; at < polygon.Length; before = at++)
        {
            var (one, other) = (polygon[at], polygon[before]);
            inside ^= one.Y > point.Y != other.Y > point.Y && point.X < ((other.X - one.X) * (point.Y - one.Y) / (other.Y - one.Y)) + one.X;
            var (line, off) = (other - one, point - one);
            var part = Math.Clamp(((line.X * off.X) + (line.Y * off.Y)) / Math.Max(1e-6f, line.LengthSquared), 0, 1);
            nearest = Math.Min(nearest, SKPoint.Distance(point, new SKPoint(one.X + (line.X * part), one.Y + (line.Y * part))));
        }

        return inside ? 0 : nearest;
    }
}
