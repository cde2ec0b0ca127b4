namespace FashionRecs.Garments.Specification;

/// <summary>Says which values cannot meet in one garment, and why.</summary>
public static class CombinationRules
{
    private static readonly HashSet<string> ClosingNecklines = ["V Neckline", "Round Neckline"];

    /// <summary>One sentence that says why the garment cannot be drawn, or null where it can.</summary>
    public static string? Refusal(GarmentKind kind, GarmentValues values)
    {
        bool Shows(string attribute) => values.Shows(attribute);
        var upper = kind is not (GarmentKind.Skirt or GarmentKind.Trousers);

        if (Shows(Codes.Skirt) && Shows(Codes.Pant))
        {
            return "A garment cannot have both a skirt and trouser legs.";
        }

        if (Shows(Codes.Skirt) != (kind is GarmentKind.Dress or GarmentKind.Skirt))
        {
            return Shows(Codes.Skirt) ? $"A {Name(kind)} has no skirt, so it cannot have a skirt length."
                : $"A {Name(kind)} needs a skirt length.";
        }

        if (Shows(Codes.Pant) != (kind is GarmentKind.Trousers or GarmentKind.Jumpsuit))
        {
            return Shows(Codes.Pant) ? $"A {Name(kind)} has no trouser legs, so it cannot have a trouser length."
                : $"A {Name(kind)} needs a trouser length.";
        }

        if (Shows(Codes.Coat) != (kind is GarmentKind.Coat))
        {
            return Shows(Codes.Coat) ? $"A {Name(kind)} is not a coat, so it cannot have a coat length." : "A coat needs a coat length.";
        }

        if (Shows(Codes.Sleeve) != upper)
        {
            return upper ? $"A {Name(kind)} needs a sleeve length; a bare shoulder is 'Sleeveless'." : $"A {Name(kind)} has no sleeves.";
        }

        return upper ? UpperRefusal(kind, values) : LowerRefusal(kind, values);
    }

    /// <summary>One sentence that says why the garment cannot be covered as asked, or null where it can.</summary>
    public static string? CoverRefusal(GarmentSpec spec)
    {
        var upper = spec.Kind is not (GarmentKind.Skirt or GarmentKind.Trousers);
        return spec.Cover switch
        {
            Cover.Hair or Cover.CrossedArms when spec.Presentation == Presentation.FlatLay =>
                "Hair and crossed arms need somebody who wears the garment; a flat garment has nobody.",
            Cover.Hair or Cover.CrossedArms or Cover.Scarf when !upper =>
                $"A {Name(spec.Kind)} has no neck or chest that "
                    + $"{(spec.Cover == Cover.Scarf ? "a scarf" : spec.Cover == Cover.Hair ? "hair" : "crossed arms")} could cover.",
            Cover.CropSides when !upper => $"A {Name(spec.Kind)} has no sleeves that the frame could cut off.",
            _ => null,
        };
    }

    private static string? LowerRefusal(GarmentKind kind, GarmentValues values) =>
        new[] { Codes.Collar, Codes.Lapel, Codes.Neck, Codes.Neckline }.FirstOrDefault(values.Shows) is { } wrong
            ? $"A {Name(kind)} has no neck, so it cannot have a {wrong.Replace('_', ' ')}."
            : null;

    private static string? UpperRefusal(GarmentKind kind, GarmentValues values)
    {
        var (collar, lapel, neck, neckline, sleeve) =
            (values[Codes.Collar], values[Codes.Lapel], values[Codes.Neck], values[Codes.Neckline], values[Codes.Sleeve]);
        var hasNeckline = neckline != Codes.Invisible;
        if (lapel != Codes.Invisible && kind != GarmentKind.Coat)
        {
            return $"A {Name(kind)} does not open in front like a coat, so it cannot have a lapel.";
        }

        if (new[] { collar, lapel, neck }.Count(value => value != Codes.Invisible) > 1)
        {
            return "Collar, lapel and raised neck sit in the same place; a garment has one of them.";
        }

        if (neck != Codes.Invisible && hasNeckline)
        {
            return $"A raised neck ('{neck}') hides the neckline, so the neckline must be invisible.";
        }

        if (lapel != Codes.Invisible && hasNeckline)
        {
            return $"The lapel ('{lapel}') is the edge of the opening, so the neckline must be invisible.";
        }

        if (collar != Codes.Invisible && hasNeckline && !ClosingNecklines.Contains(neckline))
        {
            return $"A collar needs an edge around the neck to be sewn to; '{neckline}' has none.";
        }

        if (kind == GarmentKind.Coat && hasNeckline && !ClosingNecklines.Contains(neckline) && neckline != "Deep V Neckline")
        {
            return $"A coat hangs from both shoulders and opens in front; '{neckline}' does neither.";
        }

        if (neckline == "Strapless Neck" && sleeve != "Sleeveless")
        {
            return "A strapless garment has no shoulder to sew a sleeve to.";
        }

        if (neckline == "Off Shoulder" && sleeve == "Sleeveless")
        {
            return "An off-shoulder garment is held by its sleeves; without any it is strapless.";
        }

        return !hasNeckline && collar == Codes.Invisible && lapel == Codes.Invisible && neck == Codes.Invisible
            ? $"A {Name(kind)} ends somewhere at the neck: it needs a collar, lapel, neck or neckline design."
            : null;
    }

    private static string Name(GarmentKind kind) => kind switch
    {
        GarmentKind.Trousers => "pair of trousers",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
