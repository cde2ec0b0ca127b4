using FashionRecs.Garments.Body;
using FashionRecs.Garments.Cloth;
using FashionRecs.Garments.Specification;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>Cuts one sleeve and its cuff for the right-hand side of the picture; the other side is its mirror with its own folds.</summary>
internal sealed class SleeveCutter(Draft draft, bool right)
{
    private readonly SleeveForm form = SleeveForm.For(draft);
    private readonly ArmPose arm = ArmPose.For(draft.Spec, draft.Body, right);

    /// <summary>Length from the shoulder tip, cm.</summary>
    public static float Length(GarmentSpec spec) => LengthTable.End(spec, Codes.Sleeve);

    /// <summary>The sleeve and, last, its cuff where it has one.</summary>
    /// <param name="tip">Where the sleeve begins at the top.</param>
    /// <param name="underarm">Where it meets the side seam.</param>
    /// <param name="dropped">True where it begins below the shoulder, on the arm.</param>
    /// <param name="end">Where it ends along the arm's axis, cm.</param>
    public IEnumerable<Piece> Cut(SKPoint tip, SKPoint underarm, bool dropped, float end)
    {
        var name = right ? "sleeve right" : "sleeve left";
        var random = draft.Spec.Seed.Stream(name);
        if (end < 7 && !dropped)
        {
            yield return new Piece(name, Flip(Cap(tip, underarm, end))) { Reliefs = [new Crumple(random.NextBits(), 4, 8, .2f)],
                Lift = .5f };
            yield break;
        }

        var cuff = end > 34 ? form.Cuff : 0;
        var hem = Hem(end, cuff);
        yield return new Piece(name, Flip(Outline(tip, underarm, dropped, end - cuff, cuff > 0)))
        {
            Grain = (right ? -1 : 1) * arm.Angle(end / 2), Reliefs = [.. Creases(random), .. GatheredInto(end - cuff, cuff)],
            Seams = cuff > 0 ? [] : hem, Lift = draft.Flat ? .8f : 1.1f,
        };
        if (cuff > 0)
        {
            yield return new Piece(right ? "cuff right" : "cuff left", Flip(CuffShape(end, cuff)))
            {
                Grain = (right ? -1 : 1) * arm.Angle(end), Ribs = form.Ribbed ? .75f : 0, Lift = .25f, Thickness = .8f,
                Seams = form.Ribbed ? [] : hem,
                Buttons = form.Ribbed ? [] : [new Button(Side(arm.At(end - (cuff / 2), -form.Half(end) * .2f)), .55f, draft.Metal)],
            };
        }
        else if (draft.Spec.Kind == GarmentKind.Coat && end > 40 && form.Buttoned)
        {
            yield return new Piece("vent", Flip(CuffShape(end, .6f))) { Flat = true, Lift = 0, Thickness = 0,
                Buttons =
                [.. Enumerable.Range(0, 3)
                .Select(i => new Button(Side(arm.At(end - 2.6f - (2 * i), form.Half(end) * .62f)), .6f, draft.Metal))] };
        }
    }

    private SKPath Outline(SKPoint tip, SKPoint underarm, bool dropped, float end, bool gathered)
    {
        var outline = new Outline().To(tip);
        var first = dropped ? 6 : 9;
        if (end > first + 2)
        {
            var shoulder = arm.At(first, Half(first));
            var ahead = arm.Angle(first);
            var pull = dropped ? 2 : 5.6f + form.Puff;
            outline.Bend(new(shoulder.X - (MathF.Sin(ahead) * pull), shoulder.Y - (MathF.Cos(ahead) * pull)), shoulder);
        }

        var along = new List<float>();
        for (var at = 12f; at < end - 1.5f; at += 4)
        {
            along.Add(at);
        }

        var last = Half(end) - (gathered ? .6f : 0);
        outline.Through([.. along.Select(at => arm.At(at, Half(at))), arm.At(end, last)]);
        var edge = arm.At(end + 1.1f);
        outline.Bend(edge, arm.At(end, -last));
        along.RemoveAll(at => arm.At(at, -Half(at)).Y < underarm.Y + 1.5f);
        along.Reverse();
        outline.Through([.. along.Select(at => Beside(arm.At(at, -Half(at)), underarm)), underarm]);

        // A dropped sleeve continues the neckline around the arm; a set-in one follows the armhole.
        return (dropped
            ? outline.Bend(underarm.X - 3, underarm.Y - 5, draft.Body.Shoulder - 2.5f, 13.7f)
                .Bend((draft.Body.Shoulder + tip.X) / 2, 13.5f, tip.X, tip.Y)
            : outline.Bend(MathF.Min(underarm.X - 5.5f, tip.X - .8f), underarm.Y - 8, tip.X - .8f, tip.Y)).Close();
    }

    // Near the underarm a sleeve meets the side seam; further down it may lie over the torso a little.
    private static SKPoint Beside(SKPoint inner, SKPoint underarm) =>
        new(MathF.Max(inner.X, underarm.X - .4f - (.3f * MathF.Max(0, inner.Y - underarm.Y))), inner.Y);

    private SKPath Cap(SKPoint tip, SKPoint underarm, float end)
    {
        // Its lower end lies on the armhole, three quarters of the way down.
        var outer = arm.At(end + 1.5f, 6.2f);
        var inner = new SKPoint((tip.X * .4375f) + .75f + (underarm.X * .5625f) - .8f, (tip.Y * .0625f) + 6 + (underarm.Y * .5625f));
        return new Outline().To(tip).Bend(tip.X + 4, tip.Y + 1.6f, outer.X, outer.Y)
            .Bend((outer.X + inner.X) / 2, ((outer.Y + inner.Y) / 2) + 1, inner.X, inner.Y)
            .Bend(underarm.X - 6, underarm.Y - 10, tip.X - .6f, tip.Y).Close();
    }

    private SKPath CuffShape(float end, float cuff)
    {
        var (wide, narrow) = (form.CuffHalf(end - cuff) + .2f, form.CuffHalf(end));
        var (top, bottom) = (end - cuff - .2f, end);
        return new Outline().To(arm.At(top, -wide)).Bend(arm.At(top + .8f), arm.At(top, wide)).To(arm.At(bottom, narrow))
            .Bend(arm.At(bottom + .9f), arm.At(bottom, -narrow)).Close();
    }

    private Seam[] Hem(float end, float cuff)
    {
        var at = end - (cuff > 0 ? .7f : 2.2f);
        var half = cuff > 0 ? form.CuffHalf(end) : Half(at);
        return [new Seam(Flip(new Outline().To(arm.At(at, half)).Bend(arm.At(at + 1), arm.At(at, -half)).Open()), .16f, .22f, .55f)];
    }

    // Creases sit at places along the arm, whatever the sleeve's length: a longer sleeve has the same ones and some more.
    private IEnumerable<IRelief> Creases(Randomness.RandomStream random)
    {
        yield return new Crumple(random.NextBits(), 5, 11, .22f);
        for (var at = 4f; at < 72; at += 4.5f)
        {
            var elbow = MathF.Exp(-MathF.Pow((at - ArmPose.Elbow) / 8, 2));
            var (from, to, drop) = (random.Range(-1, .2f), random.Range(-.2f, 1), random.Range(1, 7));
            var half = Half(at);
            yield return new Fold(
                Side(arm.At(at, -half * from)), Side(arm.At(at + drop, -half * to)), random.Range(-1.2f, 1.2f), random.Range(.6f, 1.2f),
                random.Range(.12f, .32f) + (.18f * elbow));
        }
    }

    // A cuff gathers the wider sleeve: short folds run up from it.
    private IEnumerable<IRelief> GatheredInto(float end, float cuff)
    {
        if (cuff <= 0 || Half(end) - form.CuffHalf(end) < 1)
        {
            yield break;
        }

        for (var i = -2; i <= 2; i++)
        {
            yield return new Fold(Side(arm.At(end + 1, i * .42f * form.CuffHalf(end))), Side(arm.At(end - 11, i * .36f * Half(end))),
                .4f * i, .55f, .4f);
        }
    }

    private float Half(float at) => form.Half(at);

    private SKPoint Side(SKPoint point) => right ? point : new(-point.X, point.Y);

    private SKPath Flip(SKPath path) => right ? path : Cutting.Outline.Mirror(path);
}
