using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace FashionRecs.Recommenders.Pictures;

/// <summary>
/// Principal component analysis (Hotelling 1933): vectors in the directions in which they differ most, each then scaled to length 1.
/// </summary>
public static class PrincipalComponents
{
    private const int Sample = 4000;

    /// <summary>Reduces vectors of one length; null stays null.</summary>
    /// <param name="vectors">Vectors of the same length, or null.</param>
    /// <param name="size">Numbers to keep; at least 1. Fewer directions than that are filled with 0.</param>
    public static float[]?[] Transform(float[]?[] vectors, int size)
    {
        float[][] known = [.. vectors.OfType<float[]>().Distinct()];
        if (known.Length == 0)
        {
            return new float[]?[vectors.Length];
        }

        var length = known[0].Length;
        var mean = new float[length];
        foreach (var vector in known)
        {
            TensorPrimitives.MultiplyAdd(vector, 1f / known.Length, mean, mean);
        }

        // Every n-th vector is enough to find the directions.
        var step = Math.Max(1, known.Length / Sample);
        var centred =
            Matrix<double>.Build.DenseOfRows(known.Where((_, index) => index % step == 0)
            .Select(vector => vector.Select((number, place) => (double)number - mean[place])));
        var vectorsOfSpread = centred.TransposeThisAndMultiply(centred).Evd(Symmetricity.Symmetric).EigenVectors;
        float[][] directions =
            [.. Enumerable.Range(0, Math.Min(size, length))
            .Select(rank => Array.ConvertAll(vectorsOfSpread.Column(length - 1 - rank).ToArray(), number => (float)number))];
        return Array.ConvertAll(vectors, vector => vector is null ? null : Project(vector, mean, directions, size));
    }

    private static float[] Project(float[] vector, float[] mean, float[][] directions, int size)
    {
        var centred = new float[vector.Length];
        TensorPrimitives.Subtract(vector, mean, centred);
        var result = new float[size];
        for (var direction = 0; direction < directions.Length; direction++)
        {
            result[direction] = TensorPrimitives.Dot<float>(centred, directions[direction]);
        }

        var norm = TensorPrimitives.Norm<float>(result);
        if (norm > 0)
        {
            TensorPrimitives.Divide(result, norm, result);
        }

        return result;
    }
}
