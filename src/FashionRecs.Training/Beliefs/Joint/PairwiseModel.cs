using System.Numerics.Tensors;

namespace FashionRecs.Training.Beliefs.Joint;

/// <summary>
/// P(states) ∝ exp(Σ single terms + strength · Σ pair terms) over a handful of discrete variables, with exact marginals by enumeration:
/// all states of all variables but the last are walked through once, each step scaling what is left by the terms of the state that was
/// chosen. Immutable, thread-safe.
/// </summary>
public sealed class PairwiseModel
{
    private readonly int[] order;          // variables by size, the largest last: its states are summed as one vector
    private readonly double[][] singles;   // exp of the single terms, in that order
    private readonly double[,][][] pairs;  // exp of the pair terms: [earlier, later][state of the earlier] over states of the later

    /// <param name="shape">The variables.</param>
    /// <param name="terms">All terms, as the shape orders them.</param>
    /// <param name="strength">What pair terms are multiplied by; at 0 variables are independent.</param>
    public PairwiseModel(PairwiseShape shape, IReadOnlyList<double> terms, double strength = 1)
    {
        order = [.. Enumerable.Range(0, shape.Sizes.Count).OrderBy(variable => shape.Sizes[variable]).ThenBy(variable => variable)];
        singles = [.. order.Select(variable => Enumerable.Range(0, shape.Sizes[variable])
            .Select(state => Math.Exp(terms[shape.At(variable, state)])).ToArray())];
        pairs = new double[order.Length, order.Length][][];
        for (var first = 0; first < order.Length; first++)
        {
            for (var second = first + 1; second < order.Length; second++)
            {
                var (one, other) = (order[first], order[second]);
                pairs[first, second] = [.. Enumerable.Range(0, shape.Sizes[one]).Select(state => Enumerable.Range(0, shape.Sizes[other])
                    .Select(next => Math.Exp(strength * terms[shape.At(one, state, other, next)])).ToArray())];
            }
        }
    }

    /// <summary>Per variable the probabilities of its states.</summary>
    /// <param name="evidence">Per variable one factor per state, 0 or more; null for a variable of which nothing is known.</param>
    /// <param name="negligible">States whose factor is below this share of their variable's largest are left out; 0 is exact.</param>
    /// <exception cref="ArgumentException">No state is possible.</exception>
    public double[][] Marginals(IReadOnlyList<double[]?> evidence, double negligible = 0)
    {
        var left = new double[order.Length][][];
        for (var depth = 0; depth < order.Length; depth++)
        {
            left[depth] = [.. singles.Select(states => new double[states.Length])];
        }

        for (var at = 0; at < order.Length; at++)
        {
            var factors = left[0][at];
            singles[at].CopyTo(factors, 0);
            if (evidence[order[at]] is { } known)
            {
                TensorPrimitives.Multiply(factors, known, factors);
            }

            var least = negligible * factors.Max();
            for (var state = 0; state < factors.Length; state++)
            {
                factors[state] = factors[state] < least ? 0 : factors[state];
            }
        }

        double[][] sums = [.. singles.Select(states => new double[states.Length])];
        var whole = Walk(0, 1, left, sums);
        if (whole is not (> 0 and < double.PositiveInfinity))
        {
            throw new ArgumentException("The evidence leaves no state possible.", nameof(evidence));
        }

        var marginals = new double[order.Length][];
        for (var at = 0; at < order.Length; at++)
        {
            marginals[order[at]] = Array.ConvertAll(sums[at], sum => sum / whole);
        }

        return marginals;
    }

    private double Walk(int depth, double weight, double[][][] left, double[][] sums)
    {
        var factors = left[depth][depth];
        if (depth == order.Length - 1)
        {
            TensorPrimitives.MultiplyAdd(factors, weight, sums[depth], sums[depth]);
            return weight * TensorPrimitives.Sum<double>(factors);
        }

        var total = 0.0;
        for (var state = 0; state < factors.Length; state++)
        {
            if (factors[state] > 0)
            {
                for (var later = depth + 1; later < order.Length; later++)
                {
                    TensorPrimitives.Multiply<double>(left[depth][later], pairs[depth, later][state], left[depth + 1][later]);
                }

                var below = Walk(depth + 1, weight * factors[state], left, sums);
                sums[depth][state] += below;
                total += below;
            }
        }

        return total;
    }
}
