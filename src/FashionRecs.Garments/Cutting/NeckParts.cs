using FashionRecs.Garments.Cloth;
using FashionRecs.Garments.Specification;
using FashionRecs.Garments.Truth;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>Adds what sits at the neck: binding, collar, lapel or raised neck, the front closing, and the true regions.</summary>
internal static class NeckParts
{
    public static void Add(CutGarment garment, Draft draft, Neckhole neck, SKPath edge, SKPath? opening, float hem)
    {
        var (values, seed) = (draft.Spec.Values, draft.Spec.Seed);
        var (collar, lapel, raised) = (values[Codes.Collar], values[Codes.Lapel], values[Codes.Neck]);
        var pieces = new List<Piece>();
        if (collar != Codes.Invisible)
        {
            pieces.AddRange(CollarCutter.Cut(collar, seed, neck));
            garment.Regions[Codes.Collar] = Region(pieces);
            if (!draft.Flat)
            {
                // What stands behind the neck is hidden by it.
                garment.Behind.AddRange(pieces.Where(piece => piece.Name == CollarCutter.Stand));
                pieces.RemoveAll(piece => piece.Name == CollarCutter.Stand);
            }
        }
        else if (lapel != Codes.Invisible)
        {
            pieces.AddRange(LapelCutter.Cut(lapel, seed, neck.Depth));
            garment.Regions[Codes.Lapel] = pieces.Count > 0 ? Region(pieces) : Opening(edge, opening);
            if (pieces.Count > 0)
            {
                garment.Behind.Add(LapelCutter.Behind(lapel, seed));
            }

        }
        else if (raised != Codes.Invisible)
        {
            pieces.AddRange(RaisedNeckCutter.Cut(raised, seed));
            garment.Regions[Codes.Neck] = Region(pieces);
        }

        if (values.Shows(Codes.Neckline))
        {
            garment.Regions[Codes.Neckline] = Opening(edge, opening);
        }

        if (draft.Spec.Kind == GarmentKind.Coat || (collar != Codes.Invisible && seed.Stream("closing").Chance(.85f)))
        {
            var waisted = draft.Spec.Kind is GarmentKind.Dress or GarmentKind.Jumpsuit && hem < 45;
            garment.Front.Add(FrontClosing.Placket(draft, neck, waisted ? hem - 1 : hem));
            if (draft.Spec.Kind == GarmentKind.Coat)
            {
                garment.Front.AddRange(FrontClosing.Pockets(draft, hem));
            }
        }

        if (pieces.Count == 0 || values.Shows(Codes.Neckline))
        {
            garment.Front.Add(Binding(draft, neck, edge));
        }

        garment.Front.AddRange(pieces);
    }

    private static Piece Binding(Draft draft, Neckhole neck, SKPath edge)
    {
        var closed = neck.Edge is "round" or "v" && neck.Left != ShoulderForm.Strap;
        var width = closed ? draft.Fabric.Weave switch { ClothWeave.Knit => 2.6f, ClothWeave.Jersey => 1.9f, _ => .8f } : .8f;
        var trim = width > 1.5f && draft.Spec.Seed.Stream("binding").Chance(.15f);
        return new Piece("binding", Outline.Band(edge, width)) { Flat = true, Slot = trim ? ClothSlot.Trim : ClothSlot.Main, Lift = .15f,
            Thickness = .4f, Light = .97f, Ribs = width > 1.5f ? .7f : 0 };
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
