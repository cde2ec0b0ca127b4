using FashionRecs.Domain.Projection;
using SkiaSharp;

namespace FashionRecs.Vision.Regions;

/// <summary>
/// Traces the outer contours of what lies above a level: marching squares (Lorensen and Cline, 1987, in two dimensions) with linear
/// interpolation, then fewer points (Douglas and Peucker, 1973).
/// </summary>
internal static class ContourTracer
{
    /// <summary>A further contour counts from this part of the area of the largest on.</summary>
    private const float FurtherFrom = 0.25f;

    /// <summary>How far a point may lie off the simplified line, in cells.</summary>
    private const float Tolerance = 0.35f;

    /// <summary>Smallest area that is drawn, in cells.</summary>
    private const float LeastArea = 6;

    /// <summary>The contours, largest first; null where none is large enough to be drawn.</summary>
    /// <param name="field">Numbers, one per cell.</param>
    /// <param name="grid">The cells.</param>
    /// <param name="level">Above it a place lies inside.</param>
    /// <param name="several">Whether smaller contours count.</param>
    public static PartOutline? Trace(float[] field, PartGrid grid, float level, bool several)
    {
        var contours = Loops(field, grid.Rows, grid.Columns, level)
            .Select(loop => (Loop: loop, Area: Area(loop)))
            .Where(contour => contour.Area >= LeastArea)
            .OrderByDescending(contour => contour.Area)
            .ToArray();
        if (contours.Length == 0)
        {
            return null;
        }

        var kept = contours.Where((contour, at) => at == 0 || (several && contour.Area >= FurtherFrom * contours[0].Area))
            .Take(several ? 2 : 1);
        return new PartOutline([.. kept.Select(contour => Simplify(contour.Loop)
            .Select(point => grid.ToPicture(point.X, point.Y))
            .Select(point => new OutlinePoint(point.X, point.Y))
            .ToArray())]);
    }

    /// <summary>Closed loops around what is above the level, with it on their right as seen, so that holes have a negative area.</summary>
    private static List<List<SKPoint>> Loops(float[] field, int rows, int columns, float level)
    {
        // The grid is walked with a border of nothing around it, so that every loop closes.
        var next = new Dictionary<(int X, int Y, bool Down), ((int X, int Y, bool Down) Edge, SKPoint Point)>();
        for (var y = -1; y < rows; y++)
        {
            for (var x = -1; x < columns; x++)
            {
                float a = At(x, y), b = At(x + 1, y), c = At(x + 1, y + 1), d = At(x, y + 1);
                var kind = (a > level ? 8 : 0) | (b > level ? 4 : 0) | (c > level ? 2 : 0) | (d > level ? 1 : 0);
                var (upper, right, lower, left) = ((x, y, false), (x + 1, y, true), (x, y + 1, false), (x, y, true));
                switch (kind)
                {
                    case 1: Join(left, lower); break;
                    case 2: Join(lower, right); break;
                    case 3: Join(left, right); break;
                    case 4: Join(right, upper); break;
                    case 5: Join(left, upper); Join(right, lower); break;
                    case 6: Join(lower, upper); break;
                    case 7: Join(left, upper); break;
                    case 8: Join(upper, left); break;
                    case 9: Join(upper, lower); break;
                    case 10: Join(upper, right); Join(lower, left); break;
                    case 11: Join(upper, right); break;
                    case 12: Join(right, left); break;
                    case 13: Join(right, lower); break;
                    case 14: Join(lower, left); break;
                }
            }
        }

        var loops = new List<List<SKPoint>>();
        while (next.Count > 0)
        {
            var loop = new List<SKPoint>();
            var edge = next.Keys.First();
            while (next.Remove(edge, out var step))
            {
                loop.Add(step.Point);
                edge = step.Edge;
            }

            loops.Add(loop);
        }

        return loops;

        float At(int x, int y) => x < 0 || y < 0 || x >= columns || y >= rows ? 0 : field[(y * columns) + x];

        void Join((int X, int Y, bool Down) from, (int X, int Y, bool Down) to) => next[from] = (to, Crossing(from));

        SKPoint Crossing((int X, int Y, bool Down) edge)
        {
            float near = At(edge.X, edge.Y), far = edge.Down ? At(edge.X, edge.Y + 1) : At(edge.X + 1, edge.Y);
            var part = Math.Abs(far - near) < 1e-9f ? 0.5f : Math.Clamp((level - near) / (far - near), 0, 1);
            return edge.Down ? new SKPoint(edge.X, edge.Y + part) : new SKPoint(edge.X + part, edge.Y);
        }
    }

    private static float Area(List<SKPoint> loop)
    {
        var twice = 0f;
        for (int at = 0, before = loop.Count - 1; at < loop.Count; before = at++)
        {
            twice += (loop[before].X * loop[at].Y) - (loop[at].X * loop[before].Y);
        }

        return twice / 2;
    }

    private static List<SKPoint> Simplify(List<SKPoint> loop)
    {
        // A loop is two lines: from its first point to the one farthest from it, and back.
        var far = loop.Index().MaxBy(point => SKPoint.DistanceSquared(point.Item, loop[0])).Index;
        for (var tolerance = Tolerance; ; tolerance *= 1.5f)
        {
            List<SKPoint> kept = [.. Line([.. loop[..(far + 1)]], tolerance).SkipLast(1),
                .. Line([.. loop[far..], loop[0]], tolerance).SkipLast(1)];
            if (kept.Count <= PartOutline.MostPoints)
            {
                return kept.Count >= 3 ? kept : [loop[0], loop[loop.Count / 3], loop[2 * loop.Count / 3]];
            }
        }
    }

    private static IEnumerable<SKPoint> Line(SKPoint[] points, float tolerance)
    {
        var keep = new bool[points.Length];
        (keep[0], keep[^1]) = (true, true);
        var open = new Stack<(int From, int To)>([(0, points.Length - 1)]);
        while (open.TryPop(out var span))
        {
            var (worst, distance) = (-1, tolerance);
            for (var at = span.From + 1; at < span.To; at++)
            {
                var off = Distance(points[at], points[span.From], points[span.To]);
                (worst, distance) = off > distance ? (at, off) : (worst, distance);
            }

            if (worst >= 0)
            {
                keep[worst] = true;
                open.Push((span.From, worst));
                open.Push((worst, span.To));
            }
        }

        return points.Where((_, at) => keep[at]);
    }

    private static float Distance(SKPoint point, SKPoint from, SKPoint to)
    {
        var (line, off) = (to - from, point - from);
        var length = line.Length;
        return length < 1e-6f ? off.Length : Math.Abs((line.X * off.Y) - (line.Y * off.X)) / length;
    }
}
