using FashionRecs.Garments.Specification;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>How one shoulder of a garment is made.</summary>
internal enum ShoulderForm
{
    Full,
    Strap,
    Off,
    None,
}

/// <summary>The upper edge of a garment's front: which shoulders it has and how the edge runs between them.</summary>
internal sealed record Neckhole(ShoulderForm Left, ShoulderForm Right, float HalfWidth, float Depth, string Edge)
{
    /// <summary>The opening of a garment with the given values; <paramref name="size"/> in [0, 1] makes it wider.</summary>
    public static Neckhole For(GarmentValues values, float size)
    {
        var bare = values[Codes.Sleeve] == "Sleeveless";
        var form = bare && size > .45f ? ShoulderForm.Strap : ShoulderForm.Full;
        Neckhole Both(ShoulderForm shoulder, float half, float depth, string edge) => new(shoulder, shoulder, half, depth, edge);
        if (values[Codes.Lapel] != Codes.Invisible)
        {
            return Both(ShoulderForm.Full, 7, values[Codes.Lapel] == "Collarless" ? 30 : 36, "v");
        }

        return values[Codes.Neckline] switch
        {
            "Strapless Neck" => Both(ShoulderForm.None, 0, 20, "line"),
            "Deep V Neckline" => Both(form, 8 + size, 31 + (4 * size), "v"),
            "V Neckline" => Both(form, 7.5f + (1.5f * size), 17 + (3 * size), "v"),
            "Straight Neck" => Both(ShoulderForm.Full, 13.5f + size, 2.4f, "line"),
            "Square Neckline" => Both(form, 10.5f + (1.5f * size), 14 + (3 * size), "square"),
            "Off Shoulder" => Both(ShoulderForm.Off, 0, 15, "line"),
            "Round Neckline" => Both(form, 8 + (2 * size), 9 + (5 * size), "round"),
            "Sweat Heart Neck" =>
                size < .3f && bare ? Both(ShoulderForm.None, 0, 23, "heart") : Both(form, 12.4f, 19 + (2 * size), "heart"),
            "One Shoulder Neckline" =>
                size < .5f ? new(ShoulderForm.None, ShoulderForm.Full, 7, 4, "line")
                : new(ShoulderForm.Full, ShoulderForm.None, 7, 4, "line"),
            _ when values[Codes.Neck] == "Draped Collar" => Both(ShoulderForm.Full, 11, 13, "round"),
            _ when values[Codes.Neck] != Codes.Invisible => Both(ShoulderForm.Full, 7.2f, 4.8f, "round"),
            _ => Both(ShoulderForm.Full, 7, 7.5f, "round"),
        };
    }

    /// <summary>Draws the edge from the pen (left) to <paramref name="end"/> (right).</summary>
    public void Trace(Outline outline, SKPoint end)
    {
        var start = outline.Pen;
        var middle = (start.X + end.X) / 2;
        switch (Edge)
        {
            case "v":
                outline.Bend(start.X * .55f, Depth * .45f, middle, Depth).Bend(end.X * .55f, Depth * .45f, end.X, end.Y);
                break;
            case "square":
                outline.Bend(start.X * .99f, Depth * .5f, start.X * .9f, Depth).Bend(middle, Depth + 1, end.X * .9f, Depth)
                    .Bend(end.X * .99f, Depth * .5f, end.X, end.Y);
                break;
            case "heart":
                var top = Depth - 6.5f;
                outline.Bend(start.X * .97f, (start.Y + top) / 2, start.X * .9f, top)
                    .Bend(start.X * .5f, top - 7.5f, middle, Depth).Bend(end.X * .5f, top - 7.5f, end.X * .9f, top)
                        .Bend(end.X * .97f, (end.Y + top) / 2, end.X, end.Y);
                break;
            case "round":
                outline.Through(new(start.X * .86f, Depth * .55f), new(start.X * .45f, Depth * .92f), new(middle, Depth),
                    new(end.X * .45f, Depth * .92f), new(end.X * .86f, Depth * .55f), end);
                break;
            default:
                // The front dips a little below the back (whose depth is small), so that the inside shows.
                outline.Bend(middle, ((start.Y + end.Y) / 2) + (Depth > 1.7f ? 3 : 0), end.X, end.Y);
                break;
        }
    }
}
