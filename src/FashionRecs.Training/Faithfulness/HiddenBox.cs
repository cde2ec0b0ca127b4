using FashionRecs.Domain.Projection;

namespace FashionRecs.Training.Faithfulness;

/// <summary>
/// The loss of one attribute on one picture: as it is, with its box hidden, and with a random box of the same size hidden, under two
/// covers.
/// </summary>
public readonly record struct HiddenBox(double Plain, double Mean, double Blurred, double RandomMean, double RandomBlurred)
{
    /// <summary>The loss with the box hidden, meaned over covers.</summary>
    public double Hidden => (Mean + Blurred) / 2;

    /// <summary>The loss with the random box hidden, meaned over covers.</summary>
    public double Random => (RandomMean + RandomBlurred) / 2;

    /// <summary>Hides and measures.</summary>
    public static HiddenBox Measure(FaithfulnessCase one, ProjectedAttribute reading, Random random)
    {
        var (box, other, occlusion) = (one.Box(reading), one.RandomBox(reading, random), one.Occlusion);
        var losses = one.Losses(reading.Attribute,
        [
            occlusion.Pixels,
            occlusion.Hide(box, occlusion.Mean), occlusion.Hide(box, occlusion.Blurred),
            occlusion.Hide(other, occlusion.Mean), occlusion.Hide(other, occlusion.Blurred),
        ]);
        return new HiddenBox(losses[0], losses[1], losses[2], losses[3], losses[4]);
    }
}
