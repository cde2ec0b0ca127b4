using FashionRecs.Garments.Randomness;
using FashionRecs.Garments.Specification;
using SkiaSharp;

namespace FashionRecs.Garments.Body;

/// <summary>
/// Where an arm runs: a curve from the shoulder tip that bends at the elbow. Angles in radians from
/// straight down, positive outwards. Flat garments have no arm, but their sleeves lie along the same curve.
/// </summary>
internal sealed class ArmPose
{
    private const float Elbow = 31;
    private readonly float upper;
    private readonly float lower;

    private ArmPose(float upper, float lower) => (this.upper, this.lower) = (upper, lower);

    public static ArmPose For(GarmentSeed seed, Presentation presentation, bool right)
    {
        var random = seed.Stream("pose");
        var (upper, lower) = presentation == Presentation.FlatLay
            ? (random.Range(.26f, .56f), random.Range(.05f, .3f))
            : (random.Range(.16f, .34f), random.Range(-.02f, .16f));
        var side = right ? 1 : -1;
        return new ArmPose(upper + (side * random.Range(0, .05f)), Math.Min(upper, lower) + (side * random.Range(0, .05f)));
    }

    /// <summary>A point along the arm of the right-hand side of the picture; <paramref name="distance"/> in cm from the shoulder tip.</summary>
    public SKPoint At(SKPoint shoulder, float distance)
    {
        var point = shoulder;
        for (float walked = 0; walked < distance; walked += 2)
        {
            var step = Math.Min(2, distance - walked);
            var angle = Angle(walked);
            point.X += MathF.Sin(angle) * step;
            point.Y += MathF.Cos(angle) * step;
        }

        return point;
    }

    /// <summary>Direction of the arm at a distance from the shoulder tip, in radians from straight down.</summary>
    public float Angle(float distance)
    {
        // The shoulder itself is round: the first centimetres turn from the slope of the shoulder into the arm.
        var round = Math.Clamp(1 - (distance / 7), 0, 1) * .55f;
        var bend = Math.Clamp((distance - Elbow + 6) / 12, 0, 1);
        return upper + ((lower - upper) * bend) + round;
    }
}
