using System.Numerics.Tensors;

namespace FashionRecs.Training.Beliefs;

/// <summary>
/// The weighted cross-entropy of softmax(W x) plus ½ Σ penalty · (W − start)², with its gradient: multinomial logistic regression held at a
/// start. Strictly convex where every penalty is above 0. Immutable, thread-safe.
/// </summary>
internal sealed class SoftmaxLoss
{
    private readonly IReadOnlyList<double[]> inputs; // per picture (features)
    private readonly IReadOnlyList<int> classes;
    private readonly IReadOnlyList<double> weights;
    private readonly double[] start;                 // (classes × features), row by row
    private readonly double[] penalties;             // (features)

    /// <param name="inputs">Per picture its features, the last one 1 for the constant.</param>
    /// <param name="classes">Per picture the class that is true, from 0.</param>
    /// <param name="weights">Per picture how much it counts.</param>
    /// <param name="start">Where the parameters are held, (classes × features) row by row.</param>
    /// <param name="penalties">How strongly, one per feature.</param>
    public SoftmaxLoss(IReadOnlyList<double[]> inputs, IReadOnlyList<int> classes, IReadOnlyList<double> weights, double[] start,
        double[] penalties) =>
        (this.inputs, this.classes, this.weights, this.start, this.penalties) = (inputs, classes, weights, start, penalties);

    /// <summary>The loss and its gradient at some parameters (classes × features).</summary>
    public (double Value, double[] Gradient) Compute(ReadOnlySpan<double> parameters)
    {
        var features = penalties.Length;
        var gradient = new double[start.Length];
        var scores = new double[start.Length / features];
        var value = 0.0;
        for (var picture = 0; picture < inputs.Count; picture++)
        {
            Probabilities(parameters, inputs[picture], scores);
            value -= weights[picture] * Math.Log(Math.Max(scores[classes[picture]], double.Epsilon));
            for (var k = 0; k < scores.Length; k++)
            {
                var slope = weights[picture] * (scores[k] - (classes[picture] == k ? 1 : 0));
                var row = gradient.AsSpan(k * features, features);
                TensorPrimitives.MultiplyAdd(inputs[picture], slope, row, row);
            }
        }

        for (var i = 0; i < gradient.Length; i++)
        {
            var (moved, penalty) = (parameters[i] - start[i], penalties[i % features]);
            value += penalty * moved * moved / 2;
            gradient[i] += penalty * moved;
        }

        return (value, gradient);
    }

    /// <summary>softmax(W x) into <paramref name="scores"/> (classes).</summary>
    public static void Probabilities(ReadOnlySpan<double> parameters, ReadOnlySpan<double> input, Span<double> scores)
    {
        for (var k = 0; k < scores.Length; k++)
        {
            scores[k] = TensorPrimitives.Dot(parameters.Slice(k * input.Length, input.Length), input);
        }

        TensorPrimitives.Subtract(scores, TensorPrimitives.Max<double>(scores), scores); // SoftMax itself overflows
        TensorPrimitives.SoftMax<double>(scores, scores);
    }
}
