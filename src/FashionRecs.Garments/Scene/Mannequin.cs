using FashionRecs.Garments.Body;
using FashionRecs.Garments.Cutting;
using SkiaSharp;

namespace FashionRecs.Garments.Scene;

/// <summary>Outlines of a standing body in centimetres: torso with neck, legs with feet, arms with hands.</summary>
internal static class Mannequin
{
    public static SKPath Torso(BodyProportions body)
    {
        var (shoulder, drop) = (body.Shoulder, body.ShoulderDrop);
        SKPoint[] right =
        [
            new(5.3f, -9), new(5.2f, -4), new(6.6f, -.6f), new(11, 1.8f), new(shoulder - 2.6f, drop + .4f), new(shoulder - 1.2f, drop + 3),
            new(body.Bust + .2f, 17),
            new(body.Bust, 24), new(body.WaistHalf + .8f, 34), new(body.WaistHalf, 41), new(body.HipHalf - 1.4f, 52), new(body.HipHalf, 61),
            new(body.HipHalf - .3f, 67),
        ];
        var outline = new Outline().To(-5.3f, -9).Bend(0, -7.6f, 5.3f, -9).Through(right[1..]).Bend(7, 70, 0, 74)
            .Bend(-7, 70, -body.HipHalf + .3f, 67);
        return outline.Through([.. right.Reverse().Skip(1).Select(point => new SKPoint(-point.X, point.Y))]).Close();
    }

    public static SKPath Leg(BodyProportions body, bool right)
    {
        var side = right ? 1 : -1;
        SKPoint P(float x, float y) => new(side * x, y);
        return new Outline().To(P(body.HipHalf - .3f, 64))
            .Through([P(body.HipHalf - 1.2f, 78), P(14.6f, 92), P(12.6f, 103), P(13, 113), P(10.6f, 128), P(9, 138), P(9.6f, 145.4f)])
            .Bend(P(8, 147.6f), P(4.6f, 146.4f)).Through([P(4.6f, 138), P(4, 126), P(2.6f, 112), P(3.4f, 102), P(1.6f, 86), P(.2f, 71)])
                .Close();
    }

    /// <summary>An arm along its axis; stops at <paramref name="end"/> cm, 69 for the finger tips.</summary>
    public static SKPath Arm(ArmPose arm, bool right, float end = 69)
    {
        (float At, float Half)[] widths =
            [(-3, 4.4f), (4, 4.8f), (12, 4.4f), (24, 3.7f), (30, 3.6f), (40, 3), (50, 2.4f), (55, 2.7f), (61, 2.9f), (66, 1.9f),
            (69, 1.1f)];
        var along = widths.Where(place => place.At <= end).ToArray();
        var side = right ? 1 : -1;
        SKPoint P(float at, float aside)
        {
            var point = arm.At(Math.Max(0, at), aside);
            return new(side * point.X, point.Y + Math.Min(0, at));
        }

        return new Outline().To(P(along[0].At, -along[0].Half)).Bend(P(-7, 0), P(along[0].At, along[0].Half))
            .Through([.. along.Skip(1).Select(place => P(place.At, place.Half))])
            .Through([.. along.Reverse().Select(place => P(place.At, -place.Half))]).Close();
    }
}
