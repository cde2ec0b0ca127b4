using FashionRecs.Garments.Cloth;
using FashionRecs.Garments.Specification;
using FashionRecs.Garments.Truth;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>Adds what sits at the neck: binding, collar, lapel or raised neck, the front closing, and the true regions.</summary>
internal static class NeckParts
{
    public static void Add(CutGarment garment, GarmentSpec spec, Neckhole neck, SKPath edge, SKPath? opening, float hem, SKColor metal)
    {
        var values = spec.Values;
        var (collar, lapel, raised) = (values[Codes.Collar], values[Codes.Lapel], values[Codes.Neck]);
        var pieces = new List<Piece>();
        if (collar != Codes.Invisible)
        {
            pieces.AddRange(CollarCutter.Cut(collar, spec.Seed));
            garment.Regions[Codes.Collar] = Region(pieces);
        }
        else if (lapel != Codes.Invisible)
        {
            pieces.AddRange(LapelCutter.Cut(lapel, spec.Seed, neck.Depth));
            garment.Regions[Codes.Lapel] = pieces.Count > 0 ? Region(pieces) : Opening(edge, opening);
        }
        else if (raised != Codes.Invisible)
        {
            pieces.AddRange(RaisedNeckCutter.Cut(raised, spec.Seed));
            garment.Regions[Codes.Neck] = Region(pieces);
        }

        if (values.Shows(Codes.Neckline))
        {
            garment.Regions[Codes.Neckline] = Opening(edge, opening);
        }

        var opens = spec.Kind == GarmentKind.Coat || (collar is "Shirt Collar" or "Peter Pan" or "Puritan Collar" && spec.Seed.Stream("closing").Chance(.85f));
        if (opens)
        {
            garment.Front.Add(FrontClosing.Placket(spec, neck, hem, metal));
            if (spec.Kind == GarmentKind.Coat)
            {
                garment.Front.AddRange(FrontClosing.Pockets(spec, hem));
            }
        }

        if (pieces.Count == 0 || values.Shows(Codes.Neckline))
        {
            var knitted = spec.Kind == GarmentKind.Top && neck.Edge is "round" or "v";
            garment.Front.Add(new Piece("binding", Outline.Band(edge, knitted ? 1.9f : .8f)) { Lift = .15f, Thickness = .4f, Light = .96f, Ribs = knitted ? .7f : 0 });
        }

        garment.Front.AddRange(pieces);
    }

    private static BodyRegion Region(List<Piece> pieces)
    {
        var area = Outline.Union([.. pieces.Select(piece => piece.Shape)]);
        return new BodyRegion(area, area);
    }

    private static BodyRegion Opening(SKPath edge, SKPath? opening)
    {
        var band = Outline.Band(edge, 5);
        var area = opening is null ? band : Outline.Union(opening, band);
        return new BodyRegion(area, area);
    }
}
