using FashionRecs.Domain.Projection;

namespace FashionRecs.Storage.Catalog;

/// <summary>
/// The outlines behind the readings of a product: how many, and for each the codes of its attribute and of the value or family it shows,
/// the box and the share in it, and the outline's bytes. Readings from before outlines end where this begins.
/// </summary>
internal static class OutlinesBlob
{
    /// <summary>More outlines, or bytes of one, than any reading has.</summary>
    private const int Most = 10_000;

    public static void Write(BinaryWriter writer, IReadOnlyList<ProjectedAttribute> readings)
    {
        var shown = readings.SelectMany(Regions).ToArray();
        if (shown.Length == 0)
        {
            return;
        }

        writer.Write(shown.Length);
        foreach (var (attribute, code, region) in shown)
        {
            writer.Write(attribute);
            writer.Write(code);
            writer.Write(region.Share);
            foreach (var edge in (int[])[region.Box.X, region.Box.Y, region.Box.Width, region.Box.Height])
            {
                writer.Write(edge);
            }

            var outline = region.Outline?.ToBytes() ?? [];
            writer.Write(outline.Length);
            writer.Write(outline);
        }
    }

    /// <summary>
    /// Adds to readings what stands behind them. An outline goes with the value that it showed; one of a family that is gone is left out.
    /// </summary>
    public static ProjectedAttribute[] Read(BinaryReader reader, ProjectedAttribute[] readings)
    {
        try
        {
            for (var left = reader.BaseStream.Position < reader.BaseStream.Length ? Count(reader) : 0; left > 0; left--)
            {
                var (attribute, code, share) = (reader.ReadString(), reader.ReadString(), reader.ReadSingle());
                var box = new PixelBox(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
                var outline = PartOutline.TryRead(reader.ReadBytes(Count(reader)));
                var at = Array.FindIndex(readings, reading => reading.Attribute.Code == attribute);
                if (at >= 0)
                {
                    readings[at] = Add(readings[at], code, new PartRegion(box, share) { Outline = outline });
                }
            }
        }
        catch (EndOfStreamException)
        {
            // What was read before the damage counts; a region without its outline is drawn as a rectangle.
        }

        return readings;
    }

    private static IEnumerable<(string Attribute, string Code, PartRegion Region)> Regions(ProjectedAttribute reading)
    {
        if (reading.Region is { Outline: not null } region)
        {
            yield return (reading.Attribute.Code, reading.Top.Code, region);
        }

        if (reading.FamilyRegion is { } whole)
        {
            yield return (reading.Attribute.Code, whole.Family.Code, whole.Region);
        }
    }

    private static ProjectedAttribute Add(ProjectedAttribute reading, string code, PartRegion region) =>
        reading.Region is { } own && own.Box == region.Box && reading.Top.Code == code
            ? reading with { Region = own with { Outline = region.Outline } }
        : reading.Attribute.Families.FirstOrDefault(family => family.Code == code) is { } family
            ? reading with { FamilyRegion = new FamilyRegion(family, region) }
        : reading;

    private static int Count(BinaryReader reader) =>
        reader.ReadInt32() is >= 0 and <= Most and var count ? count : throw new EndOfStreamException();
}
