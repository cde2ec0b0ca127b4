using FashionRecs.Garments.Specification;
using SkiaSharp;

namespace FashionRecs.Garments.Body;

/// <summary>
/// Where an arm of the right-hand side of the picture runs: an axis from the middle of the armhole that bends at the elbow. Angles in
/// radians from straight down, positive outwards. Flat garments have no arm, but their sleeves lie along the same axis.
/// </summary>
internal sealed class ArmPose
{
    /// <summary>Distance along the axis from its start to the elbow, cm.</summary>
    public const float Elbow = 26;

    /// <summary>How much shorter the axis is than the same arm measured from the shoulder tip, cm.</summary>
    public const float Start = 5;

    private readonly SKPoint start;
    private readonly float upper;
    private readonly float lower;

    private ArmPose(SKPoint start, float upper, float lower) => (this.start, this.upper, this.lower) = (start, upper, lower);

    public static ArmPose For(GarmentSpec spec, BodyProportions body, bool right)
    {
        var random = spec.Seed.Stream("pose");
        var side = right ? 1 : -1;
        if (spec.Presentation == Presentation.FlatLay)
        {
            var (spread, back) = (random.Range(.32f, .55f), random.Range(.04f, .22f));
            return new ArmPose(
                new(body.Shoulder + .4f, body.ShoulderDrop + 7), spread + (side * random.Range(0, .03f)),
                spread - back + (side * random.Range(0, .05f)));
        }

        var (hang, fore) = (random.Range(.13f, .24f), random.Range(-.04f, .12f));
        return new ArmPose(
            new(body.Shoulder - 2.6f, body.ShoulderDrop + 5), hang + (side * random.Range(0, .03f)),
            Math.Min(hang, fore) + (side * random.Range(0, .04f)));
    }

    /// <summary>A point <paramref name="distance"/> cm along the axis and <paramref name="aside"/> cm outwards from it.</summary>
    public SKPoint At(float distance, float aside = 0)
    {
        var point = start;
        for (float walked = 0; walked < distance; walked += 2)
        {
            var step = Math.Min(2, distance - walked);
            var direction = Angle(walked);
            point.X += MathF.Sin(direction) * step;
            point.Y += MathF.Cos(direction) * step;
        }

        var angle = Angle(distance);
        return new(point.X + (aside * MathF.Cos(angle)), point.Y - (aside * MathF.Sin(angle)));
    }

    /// <summary>Direction of the arm at a distance along its axis, in radians from straight down.</summary>
    public float Angle(float distance) => upper + ((lower - upper) * Math.Clamp((distance - Elbow + 8) / 16, 0, 1));
}
