using System.Globalization;
using System.Text;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Web.Shop.Reasons;

/// <summary>
/// Turns an outline into the path of an SVG whose sides are 1, with rounded corners: what was measured in cells looks drawn by hand.
/// </summary>
public static class OutlinePath
{
    /// <summary>Around all of the picture: what lies outside the outline steps back.</summary>
    public const string Everything = "M0 0H1V1H0Z";

    /// <summary>How far from a corner its rounding begins at most, in parts of the picture.</summary>
    private const float Rounding = 0.03f;

    /// <summary>The path; one closed line per polygon.</summary>
    public static string Of(PartOutline outline)
    {
        var path = new StringBuilder();
        foreach (var polygon in outline.Polygons)
        {
            for (var at = 0; at < polygon.Count; at++)
            {
                var (before, corner, after) = (polygon[(at + polygon.Count - 1) % polygon.Count], polygon[at],
                    polygon[(at + 1) % polygon.Count]);
                Append(path, at == 0 ? 'M' : 'L', Towards(corner, before));
                Append(path, 'Q', corner);
                Append(path, ' ', Towards(corner, after));
            }

            path.Append('Z');
        }

        return path.ToString();
    }

    private static OutlinePoint Towards(OutlinePoint from, OutlinePoint to)
    {
        var length = MathF.Sqrt(((to.X - from.X) * (to.X - from.X)) + ((to.Y - from.Y) * (to.Y - from.Y)));
        var part = length > 0 ? Math.Min(0.5f, Rounding / length) : 0;
        return new OutlinePoint(from.X + ((to.X - from.X) * part), from.Y + ((to.Y - from.Y) * part));
    }

    private static void Append(StringBuilder path, char command, OutlinePoint point) =>
        path.Append(command).AppendFormat(CultureInfo.InvariantCulture, "{0:0.####} {1:0.####}", point.X, point.Y);
}
