using System.Buffers.Binary;

namespace FashionRecs.Domain.Projection;

/// <summary>
/// The outline of a part of a garment: closed polygons that do not cross, two for two sleeves. In fractions of the picture, so that it fits
/// every size of it. What was read is kept in the bytes that it was read from, since of a whole catalog few are ever drawn. Immutable.
/// </summary>
public sealed record PartOutline
{
    /// <summary>Most polygons of an outline.</summary>
    public const int MostPolygons = 4;

    /// <summary>Most points of a polygon.</summary>
    public const int MostPoints = 96;

    private const float Unit = ushort.MaxValue;

    private readonly IReadOnlyList<IReadOnlyList<OutlinePoint>>? polygons;
    private readonly byte[]? read;

    /// <summary>Takes polygons.</summary>
    /// <param name="polygons">At least one; each has 3 to <see cref="MostPoints"/> points in order, in [0, 1].</param>
    /// <exception cref="ArgumentException">There are none or too many, or one has too few or too many points.</exception>
    public PartOutline(IReadOnlyList<IReadOnlyList<OutlinePoint>> polygons)
    {
        if (polygons.Count is 0 or > MostPolygons || polygons.Any(polygon => polygon.Count is < 3 or > MostPoints))
        {
            throw new ArgumentException($"An outline has 1 to {MostPolygons} polygons of 3 to {MostPoints} points.", nameof(polygons));
        }

        this.polygons = polygons;
    }

    private PartOutline(byte[] read) => this.read = read;

    /// <summary>Each polygon's points in order; the last is joined with the first. Taken out of the bytes anew each time.</summary>
    public IReadOnlyList<IReadOnlyList<OutlinePoint>> Polygons => polygons ?? Points(read!);

    /// <summary>Whether a point lies inside any of the polygons (even-odd rule).</summary>
    public bool Contains(double x, double y) => Polygons.Any(polygon => Contains(polygon, x, y));

    /// <summary>The smallest rectangle around all points, in fractions of the picture.</summary>
    public (float Left, float Top, float Right, float Bottom) Bounds()
    {
        var points = Polygons.SelectMany(polygon => polygon).ToArray();
        return (points.Min(point => point.X), points.Min(point => point.Y), points.Max(point => point.X), points.Max(point => point.Y));
    }

    /// <summary>Writes it in a few bytes: the number of polygons, and for each the number of points and two bytes per coordinate.</summary>
    public byte[] ToBytes() => polygons is { } known ? Write(known) : [.. read!];

    private static byte[] Write(IReadOnlyList<IReadOnlyList<OutlinePoint>> polygons)
    {
        var bytes = new byte[1 + polygons.Sum(polygon => 1 + (4 * polygon.Count))];
        bytes[0] = (byte)polygons.Count;
        var at = 1;
        foreach (var polygon in polygons)
        {
            bytes[at++] = (byte)polygon.Count;
            foreach (var point in polygon)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), Whole(point.X));
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at + 2), Whole(point.Y));
                at += 4;
            }
        }

        return bytes;
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote; null where the bytes are no outline.</summary>
    public static PartOutline? TryRead(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes[0] is 0 or > MostPolygons)
        {
            return null;
        }

        var left = bytes[1..];
        for (var polygon = 0; polygon < bytes[0]; polygon++)
        {
            if (left.IsEmpty || left[0] is < 3 or > MostPoints || left.Length < 1 + (4 * left[0]))
            {
                return null;
            }

            left = left[(1 + (4 * left[0]))..];
        }

        return left.IsEmpty ? new PartOutline(bytes.ToArray()) : null;
    }

    private static OutlinePoint[][] Points(ReadOnlySpan<byte> bytes)
    {
        var polygons = new OutlinePoint[bytes[0]][];
        var left = bytes[1..];
        for (var polygon = 0; polygon < polygons.Length; polygon++)
        {
            polygons[polygon] = new OutlinePoint[left[0]];
            left = left[1..];
            foreach (ref var point in polygons[polygon].AsSpan())
            {
                point = new OutlinePoint(BinaryPrimitives.ReadUInt16LittleEndian(left) / Unit,
                    BinaryPrimitives.ReadUInt16LittleEndian(left[2..]) / Unit);
                left = left[4..];
            }
        }

        return polygons;
    }

    /// <inheritdoc/>
    public bool Equals(PartOutline? other) => other is not null && ToBytes().AsSpan().SequenceEqual(other.ToBytes());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(ToBytes());
        return hash.ToHashCode();
    }

    private static ushort Whole(float fraction) => (ushort)MathF.Round(Math.Clamp(fraction, 0, 1) * Unit);

    private static bool Contains(IReadOnlyList<OutlinePoint> polygon, double x, double y)
    {
        var inside = false;
        for (int at = 0, before = polygon.Count - 1; at < polygon.Count; before = at++)
        {
            var (one, other) = (polygon[at], polygon[before]);
            if (one.Y > y != other.Y > y && x < ((other.X - one.X) * (y - one.Y) / (other.Y - one.Y)) + one.X)
            {
                inside = !inside;
            }
        }

        return inside;
    }
}
