using FashionRecs.Domain.Projection;
using FashionRecs.Training.Faithfulness;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Inference;
using FashionRecs.Vision.Saliency;
using MathNet.Numerics.Statistics;

namespace FashionRecs.Training.Attribution;

/// <summary>
/// ARCC (Domeniconi et al., "How to Evaluate and Refine your CAM", 2026, arXiv:2605.14641): whether a map is faithful (ROAD), stable
/// (coherency) and small (complexity), as one number. The three parts are those of the authors' published code; that they are joined by
/// their harmonic mean, as in the measure theirs replaces (ADCC: Poppi et al. 2021, arXiv:2104.10252), is our reading of it.
/// </summary>
/// <param name="Road">Half of the probability without the least important pixels less that without the most important ones, mean over 20,
/// 40, 60 and 80 % of the pixels; in [−0.5, 0.5].</param>
/// <param name="Coherency">(1 + Pearson's correlation of the map with the map of the picture times the map) ÷ 2; in [0, 1].</param>
/// <param name="Complexity">Mean of the positive map on the scale from 0 to 1; in [0, 1], less is better.</param>
public readonly record struct Arcc(double Road, double Coherency, double Complexity)
{
    private static readonly double[] Shares = [0.2, 0.4, 0.6, 0.8];

    /// <summary>Harmonic mean of ROAD on the scale from 0 to 1, coherency, and 1 − complexity; in [0, 1].</summary>
    public double Score
    {
        get
        {
            double[] parts = [Math.Clamp(2 * Road, 0, 1), Math.Clamp(Coherency, 0, 1), Math.Clamp(1 - Complexity, 0, 1)];
            return parts.Any(part => part <= 0) ? 0 : parts.Length / parts.Sum(part => 1 / part);
        }
    }

    /// <summary>Measures the map of the reading's likeliest value; null where nothing of it is positive.</summary>
    /// <param name="one">The picture.</param>
    /// <param name="reading">The reading.</param>
    /// <param name="size">Size of the network's input.</param>
    /// <param name="random">Of the noise on removed pixels.</param>
    public static Arcc? Measure(FaithfulnessCase one, ProjectedAttribute reading, InputSize size, Random random)
    {
        if (Scaled(one.Mapped.Maps[reading.Top.Index]) is not { } map)
        {
            return null;
        }

        float[] importance = [.. Enumerable.Range(0, size.Height * size.Width)
            .Select(place => map.At(((place % size.Width) + 0.5) / size.Width, ((place / size.Width) + 0.5) / size.Height))];
        var masked = new float[importance.Length * 3];
        for (var at = 0; at < masked.Length; at++)
        {
            masked[at] = one.Occlusion.Pixels[at] * importance[at / 3];
        }

        var again = Scaled(one.Project(masked).Maps[reading.Top.Index]);
        var removal = new RemoveAndDebias(one.Occlusion.Pixels, size, one.Mapped.Letterbox.Covered);
        return new Arcc(
            RoadOf(one, reading, removal, importance, random),
            again is null ? 0.5 : (1 + Pearson(map, again)) / 2,
            removal.Places.Average(place => (double)importance[place]));
    }

    /// <summary>The positive part of a map, on the scale from 0 to 1; null where there is none.</summary>
    internal static ActivationMap? Scaled(ActivationMap map)
    {
        var most = map.Values.ToArray().Max();
        return most <= 0 ? null : map with { Values = map.Values.ToArray().Select(number => Math.Max(0, number) / most).ToArray() };
    }

    private static double RoadOf(FaithfulnessCase one, ProjectedAttribute reading, RemoveAndDebias removal, float[] importance,
        Random random)
    {
        var places = (int[])removal.Places.Clone();
        Array.Sort(Array.ConvertAll(places, place => importance[place]), places);
        var inputs = Shares.Select(share => (int)(share * places.Length)).SelectMany(count => (float[][])
        [
            removal.Remove(places.AsSpan(0, count), one.Occlusion.Blurred, random),
            removal.Remove(places.AsSpan(places.Length - count), one.Occlusion.Blurred, random),
        ]);
        return one.Probabilities(reading.Top, [.. inputs]).Chunk(2).Average(pair => (pair[0] - pair[1]) / 2);
    }

    private static double Pearson(ActivationMap one, ActivationMap other)
    {
        var correlation = Correlation.Pearson(
            one.Values.ToArray().Select(number => (double)number), other.Values.ToArray().Select(number => (double)number));
        return double.IsNaN(correlation) ? 0 : correlation;
    }
}
