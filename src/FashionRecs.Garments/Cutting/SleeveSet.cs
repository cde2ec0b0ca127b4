using FashionRecs.Garments.Body;
using FashionRecs.Garments.Specification;
using FashionRecs.Garments.Truth;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>Puts both sleeves on a torso, or leaves its shoulders bare, and marks what shows the sleeve's length.</summary>
internal static class SleeveSet
{
    public static void Add(CutGarment garment, Draft draft, Neckhole neck, TorsoShape shape)
    {
        var (areas, ends) = (new List<SKPath>(), new List<SKPath>());
        var length = SleeveCutter.Length(draft.Spec);
        foreach (var right in new[] { false, true })
        {
            var form = right ? neck.Right : neck.Left;
            if (length <= 0)
            {
                // A bare shoulder shows at the armhole, or where the shoulder would be.
                using var line = shape.Armhole(right);
                areas.Add(Outline.Band(line, 7));
                ends.Add(areas[^1]);
            }
            else if (form != ShoulderForm.None)
            {
                Sleeve(garment, draft, shape, right, form, length, areas, ends);
            }
        }

        garment.Regions[Codes.Sleeve] = new BodyRegion(Outline.Union(areas), Outline.Union(ends));
    }

    private static void Sleeve(CutGarment garment, Draft draft, TorsoShape shape, bool right, ShoulderForm form, float length,
        List<SKPath> areas, List<SKPath> ends)
    {
        var crossed = draft.Spec.Cover == Cover.CrossedArms;
        var end = length - ArmPose.Start;
        var dropped = form == ShoulderForm.Off;
        var underarm = new SKPoint(draft.Cut.Bust + .2f, BodyProportions.Underarm + (dropped ? 2 : .8f));
        var cutter = new SleeveCutter(draft, right);
        var pieces =
            cutter.Cut(shape.Tip(right), underarm, dropped,
            crossed ? Math.Min(end, CrossedArms.UpperArm) : dropped ? Math.Max(end, 10) : end).ToArray();
        garment.Front.AddRange(pieces);
        areas.AddRange(pieces.Select(piece => piece.Shape));
        if (crossed && end > CrossedArms.UpperArm)
        {
            var forearm = CrossedArms.Sleeve(draft, right, end - CrossedArms.UpperArm);
            garment.Across.Add(forearm);
            areas.Add(forearm.Shape);
            ends.Add(forearm.Shape);
            return;
        }

        var arm = ArmPose.For(draft.Spec, draft.Body, right).At(end);
        ends.Add(Outline.Oval((right ? 1 : -1) * arm.X, arm.Y, 9, 6));
    }
}
