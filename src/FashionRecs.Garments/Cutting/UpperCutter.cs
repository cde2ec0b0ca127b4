using FashionRecs.Garments.Body;
using FashionRecs.Garments.Specification;
using FashionRecs.Garments.Truth;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>Cuts the torso and the sleeves of tops, dresses, jumpsuits and coats.</summary>
internal static class UpperCutter
{
    public static void Cut(CutGarment garment, GarmentSpec spec, BodyProportions body, Silhouette cut, SKColor metal)
    {
        var neck = Neckhole.For(spec.Values, spec.Seed.Stream("neckhole").Unit());
        var hem = spec.Kind switch
        {
            GarmentKind.Coat => LengthTable.End(Codes.Coat, spec.Values[Codes.Coat], spec.Seed.Stream("coat length").Unit()),
            GarmentKind.Top => spec.Seed.Stream("top length").Range(50, 66),
            _ => BodyProportions.Waist + .6f,
        };
        var pull = spec.Values[Codes.Sleeve] == "Sleeveless" ? -1.8f : 3;
        var front = Body(neck, body, cut, hem, null, pull);
        var backNeck = neck with { Depth = Math.Min(neck.Depth, 1.6f), Edge = neck.Left is ShoulderForm.Full or ShoulderForm.Strap && neck.Right == neck.Left ? "round" : "line" };
        var back = Body(backNeck, body, cut, hem - .3f, neck.Left == ShoulderForm.Strap ? 15 : null, pull);
        var random = spec.Seed.Stream("torso");
        var folds = Folds.Torso(random, cut.Bust, hem);
        if (spec.Kind is GarmentKind.Coat)
        {
            folds.RemoveAt(folds.Count - 1);
        }

        garment.Behind.Add(new Piece("back", back) { Slot = ClothSlot.Inside, Light = .88f, Lift = .9f });
        var stitch = new Outline().To(-cut.At(hem - 2) + .4f, hem - 2.2f).Bend(0, hem - 1.2f, cut.At(hem - 2) - .4f, hem - 2.2f).Open();
        garment.Front.Add(new Piece("torso", front)
        {
            Reliefs = folds, Lift = .7f, Seams = spec.Kind is GarmentKind.Top or GarmentKind.Coat ? [new Seam(stitch, .2f, .25f, .6f)] : [],
        });
        using var opening = back.Op(front, SKPathOp.Difference);
        var edge = Edge(neck, body, cut);
        NeckParts.Add(garment, spec, neck, edge, opening, hem, metal);
        Sleeves(garment, spec, body, cut, neck);
        if (spec.Kind == GarmentKind.Coat)
        {
            var wide = cut.At(hem) + 4;
            using var lower = Outline.Rectangle(-wide, Math.Min(hem - 14, BodyProportions.Waist), wide, hem + 2);
            garment.Regions[Codes.Coat] = new BodyRegion(front.Op(lower, SKPathOp.Intersect)!, Outline.Rectangle(-wide, hem - 8, wide, hem + 2));
        }
    }

    /// <summary>End of an edge at the neck or the top of a side.</summary>
    private static SKPoint EdgeEnd(Neckhole neck, BodyProportions body, Silhouette cut, bool right)
    {
        var side = right ? 1 : -1;
        return (right ? neck.Right : neck.Left) switch
        {
            ShoulderForm.None => new(side * (cut.Bust - .4f), 19),
            ShoulderForm.Off => new(side * (body.Shoulder + 2.5f), 12.5f),
            _ => new(side * neck.HalfWidth, neck.HalfWidth * .12f),
        };
    }

    private static SKPath Edge(Neckhole neck, BodyProportions body, Silhouette cut)
    {
        var outline = new Outline().To(EdgeEnd(neck, body, cut, false));
        neck.Trace(outline, EdgeEnd(neck, body, cut, true));
        return outline.Open();
    }

    private static SKPath Body(Neckhole neck, BodyProportions body, Silhouette cut, float hem, float? deepBack, float pull)
    {
        var shape = deepBack is { } depth ? neck with { Depth = depth } : neck;
        var outline = new Outline().To(EdgeEnd(neck, body, cut, false));
        shape.Trace(outline, EdgeEnd(neck, body, cut, true));
        Side(outline, neck.Right, neck, body, cut, pull);
        var steps = Enumerable.Range(1, 6).Select(i => BodyProportions.Underarm + ((hem - BodyProportions.Underarm) * i / 6f)).ToArray();
        outline.Through([.. steps.Select(y => new SKPoint(cut.At(y), y))]);
        outline.Bend(0, hem + 1.4f, -cut.At(hem), hem);
        outline.Through([.. steps.Reverse().Skip(1).Select(y => new SKPoint(-cut.At(y), y)), new SKPoint(-cut.Bust, BodyProportions.Underarm)]);

        // The left side runs upwards: its points are those of the right side, backwards.
        var shoulder = Tip(neck.Left, neck, body);
        switch (neck.Left)
        {
            case ShoulderForm.Full or ShoulderForm.Strap:
                outline.Bend(-shoulder.X - pull, 16, -shoulder.X, shoulder.Y);
                break;
            case ShoulderForm.Off:
                outline.To(-body.Shoulder - 1.5f, 17);
                break;
        }

        return outline.Close();
    }

    private static void Side(Outline outline, ShoulderForm form, Neckhole neck, BodyProportions body, Silhouette cut, float pull)
    {
        var shoulder = Tip(form, neck, body);
        switch (form)
        {
            case ShoulderForm.Full or ShoulderForm.Strap:
                outline.To(shoulder.X, shoulder.Y).Bend(shoulder.X + pull, 16, cut.Bust, BodyProportions.Underarm);
                break;
            case ShoulderForm.Off:
                outline.To(body.Shoulder + 1.5f, 17).To(cut.Bust, BodyProportions.Underarm);
                break;
            default:
                outline.To(cut.Bust, BodyProportions.Underarm);
                break;
        }
    }

    private static SKPoint Tip(ShoulderForm form, Neckhole neck, BodyProportions body) => form == ShoulderForm.Strap
        ? new(neck.HalfWidth + 2.6f, neck.HalfWidth * .16f)
        : new(Math.Max(body.Shoulder, neck.HalfWidth + 3), body.ShoulderDrop);

    private static void Sleeves(CutGarment garment, GarmentSpec spec, BodyProportions body, Silhouette cut, Neckhole neck)
    {
        var (areas, ends) = (new List<SKPath>(), new List<SKPath>());
        var length = SleeveCutter.Length(spec);
        for (var right = false; ; right = true)
        {
            var form = right ? neck.Right : neck.Left;
            var side = right ? 1 : -1;
            var tip = form == ShoulderForm.Off ? new SKPoint(body.Shoulder + 2.2f, 12.6f) : Tip(form, neck, body);
            var arm = ArmPose.For(spec.Seed, spec.Presentation, right);
            if (length <= 0)
            {
                // A bare shoulder shows at the armhole, or where the shoulder would be.
                using var line = form is ShoulderForm.None
                    ? new Outline().To(side * (cut.Bust - 1), 20).To(side * cut.Bust, 27).Open()
                    : new Outline().To(side * tip.X, tip.Y).Bend(side * (tip.X - 1.8f), 16, side * cut.Bust, BodyProportions.Underarm).Open();
                areas.Add(Outline.Band(line, 7));
                ends.Add(areas[^1]);
            }
            else if (form != ShoulderForm.None)
            {
                var (sleeve, _) = SleeveCutter.Cut(spec, arm, tip, new(cut.Bust + .4f, BodyProportions.Underarm + 1), right);
                garment.Front.Add(sleeve!);
                areas.Add(sleeve!.Shape);
                var end = arm.At(tip, length);
                ends.Add(Outline.Oval(side * (end.X - 4), end.Y, 9, 6));
            }

            if (right)
            {
                break;
            }
        }

        garment.Regions[Codes.Sleeve] = new BodyRegion(Outline.Union(areas), Outline.Union(ends));
    }
}
