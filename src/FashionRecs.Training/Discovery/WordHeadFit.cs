using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace FashionRecs.Training.Discovery;

/// <summary>
/// Fisher's linear discriminant per word, with one covariance for all of them (Fisher, "The use of multiple measurements in taxonomic
/// problems", 1936): after one factorization a word costs two means and one solution. Immutable.
/// </summary>
public sealed class WordHeadFit
{
    private readonly IReadOnlyList<float[]> features;
    private readonly double[] sum;
    private readonly Cholesky<double> covariance;

    /// <param name="features">Per product to learn from one number per unit.</param>
    /// <param name="shrinkage">Share of the covariance that is put on its diagonal, in (0, 1].</param>
    public WordHeadFit(IReadOnlyList<float[]> features, double shrinkage)
    {
        this.features = features;
        var width = features[0].Length;
        sum = new double[width];
        foreach (var row in features)
        {
            for (var unit = 0; unit < width; unit++)
            {
                sum[unit] += row[unit];
            }
        }

        var centred = Matrix<double>.Build.Dense(features.Count, width, (row, unit) => features[row][unit] - (sum[unit] / features.Count));
        var spread = centred.TransposeThisAndMultiply(centred) / features.Count;
        var mean = Math.Max(spread.Trace() / width, 1e-12);
        covariance = ((spread * (1 - shrinkage)) + (Matrix<double>.Build.DenseIdentity(width) * (shrinkage * mean))).Cholesky();
    }

    /// <summary>The head of a word.</summary>
    /// <param name="with">Places of the products that have it, at least one and not all.</param>
    public WordHead Fit(IReadOnlyCollection<int> with)
    {
        var inside = new double[sum.Length];
        foreach (var product in with)
        {
            for (var unit = 0; unit < inside.Length; unit++)
            {
                inside[unit] += features[product][unit];
            }
        }

        var outside = new double[sum.Length];
        TensorPrimitives.Subtract<double>(sum, inside, outside);
        TensorPrimitives.Divide(inside, with.Count, inside);
        TensorPrimitives.Divide(outside, features.Count - with.Count, outside);
        var weights = covariance.Solve(Vector<double>.Build.DenseOfArray(inside) - Vector<double>.Build.DenseOfArray(outside));
        return new WordHead([.. weights.Select(weight => (float)weight)], Array.ConvertAll(outside, number => (float)number));
    }
}
