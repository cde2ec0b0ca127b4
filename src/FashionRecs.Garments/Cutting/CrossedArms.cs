using FashionRecs.Garments.Cloth;
using SkiaSharp;

namespace FashionRecs.Garments.Cutting;

/// <summary>Two forearms that lie crossed over the chest and hide what is there.</summary>
internal static class CrossedArms
{
    /// <summary>Length of the upper arm as seen, along the arm's axis, cm.</summary>
    public const float UpperArm = 15;

    private static readonly SKPoint Elbow = new(20.5f, 26);
    private static readonly SKPoint Hand = new(-12.5f, 1.5f);

    /// <summary>The part of a sleeve that covers a forearm; <paramref name="length"/> from the elbow, cm.</summary>
    public static Piece Sleeve(Draft draft, bool right, float length)
    {
        var random = draft.Spec.Seed.Stream(right ? "forearm right" : "forearm left");
        var shape = Limb(right, 0, Math.Min(length, 36), 6.6f, 4.6f);
        return new Piece(right ? "forearm right" : "forearm left", shape) { Grain = right ? -.98f : .98f,
            Reliefs = [new Crumple(random.NextBits(), 4, 6, .35f)], Lift = 1.2f, Thickness = 1.4f };
    }

    /// <summary>A whole forearm with its hand.</summary>
    public static SKPath Forearm(bool right) => Limb(right, 0, 43, 4.6f, 3.2f);

    /// <summary>What the arms hide: forearms as wide as their sleeves.</summary>
    public static SKPath Area() => Outline.Union(Limb(false, 0, 43, 6, 4.4f), Limb(true, 0, 43, 6, 4.4f));

    private static SKPath Limb(bool right, float from, float to, float wide, float narrow)
    {
        var side = right ? 1 : -1;
        var (dx, dy) = (Hand.X - Elbow.X, Hand.Y - Elbow.Y);
        var length = MathF.Sqrt((dx * dx) + (dy * dy));
        (dx, dy) = (dx / length, dy / length);
        SKPoint P(float along, float aside) => new(side * (Elbow.X + (dx * along) - (dy * aside)), Elbow.Y + (dy * along) + (dx * aside));
        var end = wide + ((narrow - wide) * to / length);
        return new Outline().To(P(from, -wide)).To(P(to, -end)).Bend(P(to + 3, 0), P(to, end)).To(P(from, wide))
            .Bend(P(from - 7, 0), P(from, -wide)).Close();
    }
}
