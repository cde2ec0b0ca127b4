using System.Numerics.Tensors;

namespace FashionRecs.Recommenders.Manipulation.Lengths;

/// <summary>
/// A direction of the features along which garments get longer, learned from pairs of which one is longer (Parikh and Grauman: Relative
/// attributes, ICCV 2011; Xiao and Lee: Discovering the spatial extent of relative attributes, ICCV 2015, learn such a ranking on the part
/// of the picture that shows the attribute). The loss is the logistic one in place of the hinge. Immutable.
/// </summary>
public sealed class LengthRanker
{
    /// <summary>Added to deviations, so that a feature that never changes does not divide by 0.</summary>
    private const float Smallest = 1e-3f;

    private readonly float[] mean;
    private readonly float[] weights;

    private LengthRanker(float[] mean, float[] weights) => (this.mean, this.weights) = (mean, weights);

    /// <summary>Weights of the features as they are, not standardized.</summary>
    public IReadOnlyList<float> Weights => weights;

    /// <summary>Learns from garments of known length; without pairs that differ every score is 0.</summary>
    /// <exception cref="ArgumentException">There is no example.</exception>
    public static LengthRanker Fit(IReadOnlyList<LengthExample> examples, LengthRankerOptions options)
    {
        if (examples.Count == 0)
        {
            throw new ArgumentException("A ranker needs examples.", nameof(examples));
        }

        var size = examples[0].Features.Length;
        var (mean, deviations) = (new float[size], new float[size]);
        for (var feature = 0; feature < size; feature++)
        {
            mean[feature] = examples.Average(example => example.Features[feature]);
            deviations[feature] = Smallest
                + MathF.Sqrt(examples.Average(example => MathF.Pow(example.Features[feature] - mean[feature], 2)));
        }

        var weights = Descend([.. Pairs(examples, options).Select(pair => Difference(pair.Longer, pair.Shorter, deviations))], size,
            options);
        TensorPrimitives.Divide(weights, deviations, weights);
        return new LengthRanker(mean, weights);
    }

    /// <summary>The higher, the longer; 0 for the mean of the examples.</summary>
    public double Score(float[] features)
    {
        var centred = new float[mean.Length];
        TensorPrimitives.Subtract(features, mean, centred);
        return TensorPrimitives.Dot<float>(centred, weights);
    }

    private static IEnumerable<(LengthExample Longer, LengthExample Shorter)> Pairs(
        IReadOnlyList<LengthExample> examples, LengthRankerOptions options)
    {
        // Where few pairs differ, as many draws must be enough.
        const int DrawsPerPair = 20;
        var random = new Random(options.Seed);
        for (var (draw, found) = (0, 0); draw < options.Pairs * DrawsPerPair && found < options.Pairs; draw++)
        {
            var (one, other) = (examples[random.Next(examples.Count)], examples[random.Next(examples.Count)]);
            if (Math.Abs(one.Length - other.Length) >= options.Least && one.Length != other.Length)
            {
                found++;
                yield return one.Length > other.Length ? (one, other) : (other, one);
            }
        }
    }

    private static float[] Difference(LengthExample longer, LengthExample shorter, float[] deviations)
    {
        var difference = new float[deviations.Length];
        TensorPrimitives.Subtract(longer.Features, shorter.Features, difference);
        TensorPrimitives.Divide(difference, deviations, difference);
        return difference;
    }

    /// <summary>Nesterov's descent of the mean of ln(1 + e^(−wz)) over pairs, plus half the penalty times w².</summary>
    private static float[] Descend(float[][] pairs, int size, LengthRankerOptions options)
    {
        var (weights, ahead) = (new float[size], new float[size]);
        if (pairs.Length == 0)
        {
            return weights;
        }

        // The loss bends at most a quarter of the pairs' mean square.
        var bend = (pairs.Average(pair => (double)TensorPrimitives.SumOfSquares<float>(pair)) / 4) + options.Penalty;
        var root = Math.Sqrt(bend / options.Penalty);
        var momentum = (float)((root - 1) / (root + 1));
        for (var step = 0; step < options.Steps; step++)
        {
            var slope = Array.ConvertAll(ahead, weight => (float)options.Penalty * weight);
            foreach (var pair in pairs)
            {
                var part = -1 / (1 + Math.Exp(TensorPrimitives.Dot<float>(pair, ahead))) / pairs.Length;
                TensorPrimitives.MultiplyAdd(pair, (float)part, slope, slope);
            }

            var next = new float[size];
            TensorPrimitives.MultiplyAdd(slope, (float)(-1 / bend), ahead, next);
            for (var feature = 0; feature < size; feature++)
            {
                ahead[feature] = next[feature] + (momentum * (next[feature] - weights[feature]));
            }

            weights = next;
        }

        return weights;
    }
}
