using System.Numerics.Tensors;
using FashionRecs.Domain.Embedding;
using MathNet.Numerics.LinearAlgebra;

namespace FashionRecs.Recommenders.Embedding;

/// <summary>
/// Learns one space for the words of product texts and for pictures (the embedding of Han et al.: Automatic spatially-aware fashion concept
/// discovery, ICCV 2017). The paper learns both by a ranking loss in the network; here the network stays as it is: words come from
/// <see cref="TermVectors"/>, and pictures are mapped to the places of their texts by ridge regression, in closed form. Deterministic.
/// </summary>
public sealed class JointEmbeddingFit
{
    private readonly TermVectors words;
    private readonly float[] usual;                 // (size): mean place of the texts
    private readonly float[] mean;                  // (features)
    private readonly Matrix<double> spread;         // (features, features)
    private readonly Matrix<double> answers;        // (features, size)

    /// <summary>Reads pictures with texts.</summary>
    /// <param name="pictures">At least one with a known term.</param>
    /// <param name="options">The settings; <see cref="JointEmbeddingOptions.Ridge"/> is asked for by <see cref="Fit"/>.</param>
    /// <exception cref="InvalidDataException">No term is in enough texts.</exception>
    public JointEmbeddingFit(IReadOnlyList<DescribedPicture> pictures, JointEmbeddingOptions options)
    {
        words = TermVectors.Learn(pictures.Select(picture => picture.Text), options);
        (float[] Features, float[] Text)[] pairs = [.. pictures.Select(picture => (picture.Features, Text: words.Of(picture.Text)))
            .Where(pair => pair.Text is not null).Select(pair => (pair.Features, pair.Text!))];
        usual = Mean([.. pairs.Select(pair => pair.Text)], options.Size);
        mean = Mean([.. pairs.Select(pair => pair.Features)], pictures[0].Features.Length);
        var seen = Centred([.. pairs.Select(pair => pair.Features)], mean);
        var said = Centred([.. pairs.Select(pair => pair.Text)], usual);
        spread = seen.TransposeThisAndMultiply(seen) / pairs.Length;
        answers = seen.TransposeThisAndMultiply(said) / pairs.Length;
    }

    /// <summary>The embedding with a ridge.</summary>
    /// <param name="ridge">See <see cref="JointEmbeddingOptions.Ridge"/>.</param>
    public JointEmbedding Fit(double ridge)
    {
        var scale = Math.Max(spread.Trace() / mean.Length, 1e-12);
        var map = (spread + (Matrix<double>.Build.DenseIdentity(mean.Length) * (ridge * scale))).Cholesky().Solve(answers);
        return new JointEmbedding(mean,
            [.. Enumerable.Range(0, usual.Length).Select(row => Array.ConvertAll(map.Column(row).ToArray(), number => (float)number))],
            words.Terms.ToDictionary(term => term, Direction, StringComparer.Ordinal));
    }

    /// <summary>What sets a term apart from the usual text.</summary>
    private float[] Direction(string term)
    {
        var direction = JointEmbedding.Unit([.. words[term]]);
        TensorPrimitives.Subtract(direction, usual, direction);
        return JointEmbedding.Unit(direction);
    }

    private static float[] Mean(float[][] vectors, int size)
    {
        var sum = new double[size];
        foreach (var vector in vectors)
        {
            for (var at = 0; at < size; at++)
            {
                sum[at] += vector[at];
            }
        }

        return Array.ConvertAll(sum, number => (float)(number / Math.Max(1, vectors.Length)));
    }

    private static Matrix<double> Centred(float[][] vectors, float[] mean) =>
        Matrix<double>.Build.Dense(vectors.Length, mean.Length, (row, at) => (double)vectors[row][at] - mean[at]);
}
