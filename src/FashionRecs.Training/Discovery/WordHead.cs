using System.Numerics.Tensors;

namespace FashionRecs.Training.Discovery;

/// <summary>
/// What the network's units say of one word: score = weights · (features − usual). Since features are a mean over the picture's
/// positions, the same sum at each position is a map whose mean is the score. Immutable.
/// </summary>
/// <param name="Weights">One per unit.</param>
/// <param name="Usual">Mean features of products without the word, one per unit.</param>
public sealed record WordHead(float[] Weights, float[] Usual)
{
    /// <summary>The score of a picture's mean features, or of those at one position.</summary>
    public double Score(ReadOnlySpan<float> features) =>
        TensorPrimitives.Dot<float>(Weights, features) - TensorPrimitives.Dot<float>(Weights, Usual);
}
