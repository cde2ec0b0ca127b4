using FashionRecs.Domain.Projection;
using FashionRecs.Training.Faithfulness;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Saliency;
using MathNet.Numerics.Statistics;
using SkiaSharp;

namespace FashionRecs.Training.Attribution;

/// <summary>
/// The single deletion score (Hesse, Schaub-Meyer, Roth: "Benchmarking the Attribution Quality of Vision Models", NeurIPS 2024,
/// arXiv:2407.11910): each patch of the picture is deleted once, and the fall of the value's logit is compared with the sum of the map over
/// the patch, by rank. Theirs is "in-domain" since the network was trained on deleted patches; ours was not, which lowers the score of any
/// map.
/// </summary>
/// <param name="Map">Rank correlation in [−1, 1] with the map itself, whose sum is the logit.</param>
/// <param name="GradCam">The same with Grad-CAM (Selvaraju et al. 2017): the map's positive part alone.</param>
public readonly record struct SingleDeletion(double Map, double GradCam)
{
    /// <summary>Patches along each side of the picture, as in the paper.</summary>
    public const int Side = 4;

    /// <summary>Points along each side of a patch at which a map is summed.</summary>
    private const int Points = 8;

    /// <summary>Measures the reading's likeliest value; null where deleting changes nothing.</summary>
    /// <param name="one">The picture.</param>
    /// <param name="reading">The reading.</param>
    /// <param name="size">Size of the network's input.</param>
    public static SingleDeletion? Measure(FaithfulnessCase one, ProjectedAttribute reading, InputSize size)
    {
        var patches = Patches(one.Mapped.Letterbox.Covered);
        var value = reading.Top.Index;
        var logits = one.Logits([one.Occlusion.Pixels, .. patches.Select(patch => one.Occlusion.Hide(patch, one.Occlusion.Mean))]);
        double[] falls = [.. logits.Skip(1).Select(after => (double)logits[0][value] - after[value])];
        var map = one.Mapped.Maps[value];
        var positive = map with { Values = map.Values.ToArray().Select(number => Math.Max(0, number)).ToArray() };
        return Correlation(falls, Sums(map, patches, size)) is { } own
            ? new SingleDeletion(own, Correlation(falls, Sums(positive, patches, size)) ?? 0) : null;
    }

    /// <summary>Spearman's rank correlation, equals having their mean rank; null where one side is the same everywhere.</summary>
    internal static double? Correlation(double[] falls, double[] sums) =>
        Math.Abs(falls.Max() - falls.Min()) < 1e-9 || Math.Abs(sums.Max() - sums.Min()) < 1e-9
            ? null : MathNet.Numerics.Statistics.Correlation.Spearman(falls, sums);

    internal static SKRect[] Patches(SKRect covered) =>
        [.. Enumerable.Range(0, Side * Side).Select(patch => SKRect.Create(
            covered.Left + (patch % Side * covered.Width / Side), covered.Top + (patch / Side * covered.Height / Side),
            covered.Width / Side, covered.Height / Side))];

    private static double[] Sums(ActivationMap map, SKRect[] patches, InputSize size) =>
        Array.ConvertAll(patches, patch => map.Over(
            new SKRect(patch.Left / size.Width, patch.Top / size.Height, patch.Right / size.Width, patch.Bottom / size.Height),
            Points, Points).Sum(number => (double)number));
}
