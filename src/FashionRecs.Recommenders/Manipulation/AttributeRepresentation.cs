using System.Numerics.Tensors;
using FashionRecs.Domain.Attributes;
using MathNet.Numerics.LinearAlgebra;

namespace FashionRecs.Recommenders.Manipulation;

/// <summary>
/// One attribute's representation: a region's features in the directions that tell the attribute's values apart (Fisher's linear
/// discriminants, 1936), scaled to length 1; and per value a prototype, the mean of its examples. Immutable.
/// </summary>
internal sealed class AttributeRepresentation
{
    /// <summary>Means that differ less than this, in deviations, do not differ.</summary>
    private const double Least = 1e-9;

    private readonly float[] mean;
    private readonly float[][] directions;
    private readonly Dictionary<AttributeValue, float[]> prototypes;

    private AttributeRepresentation(float[] mean, float[][] directions, ILookup<AttributeValue, float[]> examples)
    {
        (this.mean, this.directions) = (mean, directions);
        prototypes = examples.ToDictionary(group => group.Key, group => Unit(Sum(group.Select(example => Of(example)!))));
    }

    /// <summary>Learns directions and prototypes.</summary>
    /// <param name="examples">Features of regions of one length, by the value they show.</param>
    /// <param name="ridge">See <see cref="RepresentationSwapOptions.Ridge"/>.</param>
    /// <returns>Null with fewer than two values.</returns>
    public static AttributeRepresentation? Fit(ILookup<AttributeValue, float[]> examples, double ridge)
    {
        if (examples.Count < 2)
        {
            return null;
        }

        float[][] all = [.. examples.SelectMany(group => group)];
        var mean = Mean(all);
        var means = examples.ToDictionary(group => group.Key, group => Mean([.. group]));
        var within = Matrix<double>.Build.DenseOfRows(
            examples.SelectMany(group => group.Select(example => Difference(example, means[group.Key]))));
        var spread = within.TransposeThisAndMultiply(within) / all.Length;
        var scale = spread.Trace() / mean.Length;
        for (var place = 0; place < mean.Length; place++)
        {
            // Examples that do not differ at all within their values leave nothing to divide by.
            spread[place, place] += scale > 0 ? ridge * scale : 1;
        }

        // Directions W with W'SW = 1 (S the spread) along which the values' means B differ most, each value counting once: with the
        // eigenvectors V and eigenvalues λ of B'S⁻¹B they are S⁻¹BV/√λ.
        var between = Matrix<double>.Build.DenseOfColumns(means.Values.Select(one => Difference(one, mean)));
        var solved = spread.Cholesky().Solve(between);
        var values = between.TransposeThisAndMultiply(solved).Evd(Symmetricity.Symmetric);
        var directions = Enumerable.Range(0, means.Count).Where(rank => values.EigenValues[rank].Real > Least)
            .OrderByDescending(rank => values.EigenValues[rank].Real).Take(means.Count - 1)
            .Select(rank => solved * values.EigenVectors.Column(rank) / Math.Sqrt(values.EigenValues[rank].Real))
            .Select(direction => Array.ConvertAll(direction.ToArray(), number => (float)number));
        return new AttributeRepresentation(mean, [.. directions], examples);
    }

    /// <summary>A region's representation, of length 1 or 0; null stays null.</summary>
    public float[]? Of(float[]? region)
    {
        if (region is null)
        {
            return null;
        }

        var centred = new float[mean.Length];
        TensorPrimitives.Subtract(region, mean, centred);
        return Unit(Array.ConvertAll(directions, direction => TensorPrimitives.Dot<float>(centred, direction)));
    }

    /// <summary>A value's prototype, or null where no example showed it.</summary>
    public float[]? Prototype(AttributeValue value) => prototypes.GetValueOrDefault(value);

    private static double[] Difference(float[] one, float[] other) => [.. one.Zip(other, (left, right) => (double)left - right)];

    private static float[] Mean(float[][] vectors)
    {
        var sum = Sum(vectors);
        TensorPrimitives.Divide(sum, vectors.Length, sum);
        return sum;
    }

    private static float[] Sum(IEnumerable<float[]> vectors) => vectors.Aggregate((float[]?)null, (sum, vector) =>
    {
        var next = sum ?? new float[vector.Length];
        TensorPrimitives.Add(next, vector, next);
        return next;
    })!;

    private static float[] Unit(float[] vector)
    {
        var norm = TensorPrimitives.Norm<float>(vector);
        return norm > 0 ? Array.ConvertAll(vector, number => number / norm) : vector;
    }
}
