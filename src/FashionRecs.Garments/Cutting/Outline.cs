using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>Builds a path in body centimetres from straight edges and smooth curves.</summary>
internal sealed class Outline
{
    private readonly SKPathBuilder builder = new();
    private bool started;

    public SKPoint Pen { get; private set; }

    public Outline To(float x, float y)
    {
        if (started)
        {
            builder.LineTo(x, y);
        }
        else
        {
            builder.MoveTo(x, y);
            started = true;
        }

        Pen = new SKPoint(x, y);
        return this;
    }

    public Outline To(SKPoint point) => To(point.X, point.Y);

    /// <summary>A curve to (x, y) pulled towards (cx, cy).</summary>
    public Outline Bend(float cx, float cy, float x, float y)
    {
        builder.QuadTo(cx, cy, x, y);
        Pen = new SKPoint(x, y);
        return this;
    }

    public Outline Bend(SKPoint pull, SKPoint end) => Bend(pull.X, pull.Y, end.X, end.Y);

    /// <summary>A smooth curve from the pen through all points (Catmull-Rom).</summary>
    public Outline Through(params IReadOnlyList<SKPoint> points)
    {
        var all = new List<SKPoint> { Pen };
        all.AddRange(points);
        for (var i = 0; i < all.Count - 1; i++)
        {
            var before = all[Math.Max(0, i - 1)];
            var after = all[Math.Min(all.Count - 1, i + 2)];
            var (a, b) = (all[i], all[i + 1]);
            builder.CubicTo(a.X + ((b.X - before.X) / 6), a.Y + ((b.Y - before.Y) / 6), b.X - ((after.X - a.X) / 6),
                b.Y - ((after.Y - a.Y) / 6), b.X, b.Y);
        }

        Pen = all[^1];
        return this;
    }

    public SKPath Close()
    {
        builder.Close();
        return builder.Detach();
    }

    public SKPath Open() => builder.Detach();

    /// <summary>The stroke of a path as an area, for example a seam or a band along an edge.</summary>
    public static SKPath Band(SKPath path, float width)
    {
        using var paint = new SKPaint { Style = SKPaintStyle.Stroke, StrokeWidth = width, StrokeJoin = SKStrokeJoin.Round };
        return paint.GetFillPath(path)!;
    }

    public static SKPath Union(params IReadOnlyList<SKPath> paths)
    {
        var builder = new SKPathBuilder();
        foreach (var path in paths)
        {
            builder.AddPath(path);
        }

        return builder.Detach();
    }

    public static SKPath Rectangle(float left, float top, float right, float bottom)
    {
        var builder = new SKPathBuilder();
        builder.AddRect(new SKRect(left, top, right, bottom));
        return builder.Detach();
    }

    public static SKPath Oval(float x, float y, float rx, float ry)
    {
        var builder = new SKPathBuilder();
        builder.AddOval(new SKRect(x - rx, y - ry, x + rx, y + ry));
        return builder.Detach();
    }

    /// <summary>The same path on the other side of the body.</summary>
    public static SKPath Mirror(SKPath path)
    {
        var copy = new SKPath(path);
        copy.Transform(SKMatrix.CreateScale(-1, 1));
        return copy;
    }
}
