using FashionRecs.Garments.Body;
using FashionRecs.Garments.Cloth;
using FashionRecs.Garments.Specification;
using FashionRecs.Garments.Truth;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>Cuts the torso of tops, dresses, jumpsuits and coats, and puts sleeves and neck parts on it.</summary>
internal static class UpperCutter
{
    public static void Cut(CutGarment garment, Draft draft)
    {
        var spec = draft.Spec;
        var neck = Neckhole.For(spec.Values, spec.Seed.Stream("neckhole").Unit());
        var shape = new TorsoShape(draft, neck);
        var style = spec.Seed.Stream("torso style");
        var (hem, ribbed) = (Hem(draft), HasRibbedHem(draft));
        var tail = spec.Kind == GarmentKind.Top && !ribbed && draft.Fabric.Weave is ClothWeave.Cotton && style.Chance(.5f);
        var line = tail ? HemLine.ShirtTail : spec.Kind == GarmentKind.Coat && !ribbed ? HemLine.Parted : HemLine.Straight;
        var bodyHem = ribbed ? hem - 5 : hem;
        using var front = shape.Cut(neck, bodyHem, line);
        var back = shape.Cut(Back(neck), bodyHem - .3f, line == HemLine.Parted ? HemLine.Straight : line);
        garment.Behind.Add(new Piece("back", back) { Slot = ClothSlot.Inside, Light = .86f, Lift = .9f });
        garment.Front.Add(new Piece("torso", new SKPath(front))
        {
            Reliefs = Folds.Torso(spec.Seed.Stream("torso"), draft.Cut.Bust),
            Lift = spec.Kind is GarmentKind.Top or GarmentKind.Coat ? .7f : .2f,
            Seams = [.. TorsoDetails.Seams(draft, shape, bodyHem, line)],
        });
        if (ribbed)
        {
            garment.Front.Add(RibbedHem(draft, hem));
        }

        using var opening = back.Op(front, SKPathOp.Difference);
        using var upperOpening = opening is null ? null : Above(opening, bodyHem - 8);
        garment.Front.AddRange(TorsoDetails.Pieces(draft, hem));
        NeckParts.Add(garment, draft, neck, shape.Edge(), upperOpening, hem);
        SleeveSet.Add(garment, draft, neck, shape);
        if (spec.Kind == GarmentKind.Coat)
        {
            var wide = draft.Cut.At(hem) + 4;
            using var lower = Outline.Rectangle(-wide, Math.Min(hem - 14, BodyProportions.Waist), wide, hem + 2);
            garment.Regions[Codes.Coat] =
                new BodyRegion((ribbed ? back : front).Op(lower, SKPathOp.Intersect)!, Outline.Rectangle(-wide, hem - 8, wide, hem + 2));
        }
    }

    /// <summary>Where the torso ends, cm.</summary>
    public static float Hem(Draft draft)
    {
        var spec = draft.Spec;
        return spec.Kind switch
        {
            GarmentKind.Coat => LengthTable.End(spec, Codes.Coat),
            GarmentKind.Top => spec.Seed.Stream("top length").Range(57, 66) - (9 * Math.Max(0, draft.Cut.Looseness - .6f)),
            GarmentKind.Dress when LowerCutter.CutInOne(spec) => LengthTable.End(spec, Codes.Skirt),
            _ => BodyProportions.Waist + .6f,
        };
    }

    private static bool HasRibbedHem(Draft draft) =>
        draft.Fabric.Weave == ClothWeave.Knit && draft.Spec.Kind is GarmentKind.Top && !draft.Cut.Fitted;

    private static Neckhole Back(Neckhole neck) => neck with
    {
        Depth = neck.Left == ShoulderForm.Strap ? 9 : Math.Min(neck.Depth, 1.6f),
        Edge = neck.Left is ShoulderForm.Full or ShoulderForm.Strap && neck.Right == neck.Left ? "round" : "line",
    };

    private static Piece RibbedHem(Draft draft, float hem)
    {
        var (top, bottom) = (draft.Cut.At(hem - 5), draft.Cut.At(hem) - 1.6f);
        return new Piece("rib hem",
            new Outline().To(-top, hem - 5.4f).Bend(0, hem - 3.8f, top, hem - 5.4f).Bend(top - .2f, hem - 2, bottom, hem)
            .Bend(0, hem + 1.6f, -bottom, hem).Bend(-top + .2f, hem - 2, -top, hem - 5.4f).Close())
        {
            Ribs = .8f, Lift = .25f, Thickness = .8f,
        };
    }

    private static SKPath? Above(SKPath path, float y)
    {
        using var upper = Outline.Rectangle(-60, -40, 60, y);
        return path.Op(upper, SKPathOp.Intersect);
    }
}
