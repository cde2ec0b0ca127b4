using FashionRecs.Domain.Projection;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Saliency;

namespace FashionRecs.Training.Faithfulness;

/// <summary>
/// Deletion and insertion (Petsiuk, Das, Saenko, "RISE", 2018): pixels of the picture are taken away (mean colour), or given back to a
/// blurred picture, in the order of the evidence, and the probability of the value is watched. A faithful map lets it fall early and rise
/// early. The same with a random smooth map of as many positions is what to compare with.
/// </summary>
/// <param name="Deletion">The probability after each share of the picture is taken away, from 0 to 1.</param>
/// <param name="Insertion">The probability after each share is given back.</param>
/// <param name="RandomDeletion">As <paramref name="Deletion"/>, in the order of a random map.</param>
/// <param name="RandomInsertion">As <paramref name="Insertion"/>, in the order of a random map.</param>
public sealed record PerturbationCurve(double[] Deletion, double[] Insertion, double[] RandomDeletion, double[] RandomInsertion)
{
    /// <summary>Steps from nothing to the whole picture.</summary>
    public const int Steps = 12;

    /// <summary>Area under a curve over shares from 0 to 1 (trapezoids).</summary>
    public static double Area(double[] curve) => (curve.Sum() - ((curve[0] + curve[^1]) / 2)) / (curve.Length - 1);

    /// <summary>The mean of curves, point by point.</summary>
    public static PerturbationCurve Mean(IReadOnlyList<PerturbationCurve> curves)
    {
        double[] Points(Func<PerturbationCurve, double[]> curve) =>
            [.. Enumerable.Range(0, Steps + 1).Select(i => curves.Average(one => curve(one)[i]))];
        return new PerturbationCurve(Points(one => one.Deletion), Points(one => one.Insertion), Points(one => one.RandomDeletion),
            Points(one => one.RandomInsertion));
    }

    /// <summary>Measures the curves of one reading.</summary>
    public static PerturbationCurve Measure(FaithfulnessCase one, ProjectedAttribute reading, InputSize size, Random random)
    {
        var map = one.Evidence(reading);
        var noise = map with { Values = Enumerable.Range(0, map.Values.Length).Select(_ => random.NextSingle()).ToArray() };
        var (ranked, shuffled) = (Ranked(one, map, size), Ranked(one, noise, size));
        var (pixels, mean, blurred) = (one.Occlusion.Pixels, one.Occlusion.Mean, one.Occlusion.Blurred);
        return new PerturbationCurve(Curve(pixels, mean, ranked), Curve(blurred, pixels, ranked), Curve(pixels, mean, shuffled),
            Curve(blurred, pixels, shuffled));

        double[] Curve(float[] from, float[] to, int[] order) =>
            one.Probabilities(reading.Top, [.. Enumerable.Range(0, Steps + 1).Select(step => Mix(from, to, order, step))]);
    }

    /// <summary>Pixels that the picture covers, from the strongest evidence to the weakest.</summary>
    private static int[] Ranked(FaithfulnessCase one, ActivationMap map, InputSize size)
    {
        var covered = one.Mapped.Letterbox.Covered;
        int[] pixels =
            [.. Enumerable.Range(0, size.Height * size.Width)
            .Where(i => covered.Contains((i % size.Width) + 0.5f, (i / size.Width) + 0.5f))];
        float[] keys = [.. pixels.Select(i => -map.At(((i % size.Width) + 0.5) / size.Width, ((i / size.Width) + 0.5) / size.Height))];
        Array.Sort(keys, pixels);
        return pixels;
    }

    private static float[] Mix(float[] from, float[] to, int[] order, int step)
    {
        var mixed = (float[])from.Clone();
        foreach (var pixel in order.AsSpan(0, order.Length * step / Steps))
        {
            Array.Copy(to, pixel * 3, mixed, pixel * 3, 3);
        }

        return mixed;
    }
}
