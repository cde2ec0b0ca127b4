using System.Numerics.Tensors;

namespace FashionRecs.Training.Beliefs.Joint;

/// <summary>
/// Fits the terms of a pairwise model to labels by penalized pseudo-likelihood (Besag, "Statistical analysis of non-lattice data", 1975):
/// each labelled variable is predicted from the other labelled ones of its picture. A variable without a label takes no part, as if it
/// were not in the picture's model. Convex; deterministic.
/// </summary>
/// <param name="shape">The variables.</param>
/// <param name="penalty">Half of it times the squared pair terms is added to the loss, above 0.</param>
public sealed class PairwiseFit(PairwiseShape shape, double penalty)
{
    private const double SinglePenalty = 0.01;

    /// <summary>The terms, as the shape orders them.</summary>
    public double[] Run(IReadOnlyList<LabelledCombination> combinations) =>
        SoftmaxRegression.Fit(terms => Loss(terms, combinations), new double[shape.Count]);

    /// <summary>Negative penalized log pseudo-likelihood in nats, and its gradient.</summary>
    internal (double Value, double[] Gradient) Loss(double[] terms, IReadOnlyList<LabelledCombination> combinations)
    {
        var gradient = new double[terms.Length];
        var value = 0.0;
        for (var at = 0; at < terms.Length; at++)
        {
            var held = at < shape.Singles ? SinglePenalty : penalty;
            value += held * terms[at] * terms[at] / 2;
            gradient[at] = held * terms[at];
        }

        foreach (var (states, weight) in combinations)
        {
            for (var variable = 0; variable < states.Count; variable++)
            {
                if (states[variable] >= 0)
                {
                    value += weight * Add(variable, states, weight, terms, gradient);
                }
            }
        }

        return (value, gradient);
    }

    private double Add(int variable, IReadOnlyList<int> states, double weight, double[] terms, double[] gradient)
    {
        int[] others = [.. Enumerable.Range(0, states.Count).Where(other => other != variable && states[other] >= 0)];
        var scores = new double[shape.Sizes[variable]];
        for (var state = 0; state < scores.Length; state++)
        {
            scores[state] = terms[shape.At(variable, state)]
                + others.Sum(other => terms[shape.At(variable, state, other, states[other])]);
        }

        TensorPrimitives.Subtract(scores, TensorPrimitives.Max<double>(scores), scores); // SoftMax itself overflows
        TensorPrimitives.SoftMax<double>(scores, scores);
        for (var state = 0; state < scores.Length; state++)
        {
            var slope = weight * (scores[state] - (state == states[variable] ? 1 : 0));
            gradient[shape.At(variable, state)] += slope;
            foreach (var other in others)
            {
                gradient[shape.At(variable, state, other, states[other])] += slope;
            }
        }

        return -Math.Log(Math.Max(scores[states[variable]], double.Epsilon));
    }
}
