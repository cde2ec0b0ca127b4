using FashionRecs.Garments.Body;
using FashionRecs.Garments.Specification;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>Cuts one sleeve for the right-hand side of the picture; the other side is its mirror with its own folds.</summary>
internal static class SleeveCutter
{
    public static (Piece? Sleeve, Piece? Cuff) Cut(GarmentSpec spec, ArmPose arm, SKPoint shoulder, SKPoint underarm, bool right)
    {
        var length = Length(spec);
        if (length <= 0)
        {
            return (null, null);
        }

        var random = spec.Seed.Stream(right ? "sleeve right" : "sleeve left");
        var style = spec.Seed.Stream("sleeve style");
        var top = spec.Kind == GarmentKind.Coat ? 19 : style.Range(15.5f, 18.5f);
        var end = spec.Kind == GarmentKind.Coat ? 14 : style.Range(9.5f, 14);
        var puff = spec.Kind != GarmentKind.Coat && style.Chance(.2f) ? 2.2f : 0;
        if (length < 10 && spec.Values[Codes.Neckline] != "Off Shoulder")
        {
            var cap = arm.At(shoulder, length);
            return (new Piece(Name(right), Flip(new Outline().To(shoulder).Bend(cap.X + 1, (shoulder.Y + cap.Y) / 2, cap.X, cap.Y)
                .Bend(cap.X - 2, underarm.Y - 4, underarm.X - .5f, underarm.Y - 3).Bend(underarm.X - 8, underarm.Y - 9, shoulder.X - .8f, shoulder.Y - .1f).Close(), right))
            {
                Reliefs = [new Cloth.Crumple(random.NextBits(), 4, 8, .25f)],
            }, null);
        }

        var (outer, inner, middle) = (new List<SKPoint>(), new List<SKPoint>(), new List<SKPoint>());
        const int Steps = 6;
        for (var i = 1; i <= Steps; i++)
        {
            var along = length * i / Steps;
            var angle = arm.Angle(along);
            var width = top + ((end - top) * Math.Clamp(along / 57, 0, 1)) + (puff * MathF.Sin(Math.Min(1, along / 24) * MathF.PI));
            var centre = arm.At(shoulder, along);
            outer.Add(new(centre.X + (puff * MathF.Sin(Math.Min(1, along / 24) * MathF.PI)), centre.Y));
            var across = new SKPoint(-MathF.Cos(angle) * width, MathF.Sin(angle) * width);
            inner.Add(centre + across);
            middle.Add(new(centre.X + (across.X / 2), centre.Y + (across.Y / 2)));
        }

        inner.RemoveAll(point => point.Y < underarm.Y + 2 && point != inner[^1]);
        inner.Reverse();
        var shape = new Outline().To(shoulder).Through([.. outer]).To(inner[0]).Through([.. inner.Skip(1), underarm])
            .Bend(underarm.X - 8, underarm.Y - 9, shoulder.X - .8f, shoulder.Y - .1f).Close();
        middle = [.. middle.Select(point => right ? point : new SKPoint(-point.X, point.Y))];
        var cuffLine = new Outline().To(Lerp(outer[^1], arm.At(shoulder, length - 2.2f), 1)).To(inner[0] + (arm.At(shoulder, length - 2.2f) - arm.At(shoulder, length))).Open();
        var sleeve = new Piece(Name(right), Flip(shape, right))
        {
            Grain = (right ? -1 : 1) * arm.Angle(length / 2),
            Reliefs = Folds.Tube(random, middle, top * .4f),
            Seams = [new Seam(Flip(cuffLine, right), .25f, .3f, .6f)],
            Lift = .9f,
        };
        return (sleeve, null);
    }

    /// <summary>Length along the arm, cm.</summary>
    public static float Length(GarmentSpec spec) => LengthTable.End(Codes.Sleeve, spec.Values[Codes.Sleeve], spec.Seed.Stream("sleeve length").Unit());

    private static string Name(bool right) => right ? "sleeve right" : "sleeve left";

    private static SKPath Flip(SKPath path, bool right) => right ? path : Outline.Mirror(path);

    private static SKPoint Lerp(SKPoint from, SKPoint to, float share) => new(from.X + ((to.X - from.X) * share), from.Y + ((to.Y - from.Y) * share));
}
