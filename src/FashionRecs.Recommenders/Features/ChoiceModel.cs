using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace FashionRecs.Recommenders.Features;

/// <summary>
/// Learns how much each share counts: the weights under which people's purchases among all candidates are most likely (McFadden:
/// Conditional logit analysis of qualitative choice behavior, 1974), drawn towards the weights to start from by an L2 penalty, by damped
/// Newton steps (Marquardt 1963). Weights are at least 0, so that a share never counts against the evidence that it names.
/// </summary>
public static class ChoiceModel
{
    private const int Steps = 40;

    /// <summary>One weight per share, each at least 0.</summary>
    /// <param name="start">What the weights are held to be before any choice is seen, each at least 0; (shares).</param>
    /// <param name="penalty">How strongly they are held to be that, in choices among candidates whose values vary by 1; more than
    /// 0.</param>
    /// <exception cref="ArgumentException">There is no choice.</exception>
    public static double[] Fit(IReadOnlyList<Choice> choices, double[] start, double penalty = 20, int threads = 2)
    {
        ArgumentOutOfRangeException.ThrowIfZero(choices.Count);
        var active = Enumerable.Range(0, start.Length).ToArray();
        while (true)
        {
            var weights = Maximize(choices, active, start, penalty, threads);
            if (active.All(share => weights[share] >= 0))
            {
                return weights;
            }

            active = [.. active.Where(share => weights[share] > 0)];
        }
    }

    private static double[] Maximize(IReadOnlyList<Choice> choices, int[] active, double[] start, double penalty, int threads)
    {
        var best = new double[start.Length];
        var trial = new double[start.Length];
        Array.ForEach(active, share => trial[share] = start[share]);
        var (loss, slope, curvature) =
            (double.PositiveInfinity, Vector<double>.Build.Dense(active.Length), Matrix<double>.Build.Dense(active.Length, active.Length));
        var damping = 1.0;
        for (var step = 0; step < Steps; step++)
        {
            var (trialLoss, trialSlope, trialCurvature) = Evaluate(choices, active, trial, start, penalty, threads);
            if (trialLoss < loss)
            {
                var gained = loss - trialLoss;
                (loss, slope, curvature) = (trialLoss, trialSlope, trialCurvature);
                trial.CopyTo(best, 0);
                damping /= 5;
                if (gained < 1e-6 * loss)
                {
                    break;
                }
            }
            else
            {
                damping *= 8;
            }

            var damped = curvature + Matrix<double>.Build.DiagonalOfDiagonalVector((curvature.Diagonal() * damping) + 1e-6);
            var change = damped.Solve(slope);
            for (var place = 0; place < active.Length; place++)
            {
                trial[active[place]] = best[active[place]] + change[place];
            }
        }

        return best;
    }

    /// <summary>
    /// Loss, its descent direction and curvature; summed in the order of the choices so that threads do not change the result.
    /// </summary>
    private static (double Loss, Vector<double> Slope, Matrix<double> Curvature) Evaluate(IReadOnlyList<Choice> choices, int[] active,
        double[] weights, double[] start, double penalty, int threads)
    {
        var parts = new (double Loss, double[] Slope, double[,] Curvature)[choices.Count];
        Parallel.For(0, choices.Count, new ParallelOptions { MaxDegreeOfParallelism = threads },
            index => parts[index] = Evaluate(choices[index], active, weights));
        var loss = 0.0;
        var slope = Vector<double>.Build.Dense(active.Length);
        var curvature = Matrix<double>.Build.Dense(active.Length, active.Length);
        foreach (var part in parts)
        {
            loss += part.Loss;
            slope += Vector<double>.Build.Dense(part.Slope);
            curvature += Matrix<double>.Build.DenseOfArray(part.Curvature);
        }

        for (var place = 0; place < active.Length; place++)
        {
            var weight = weights[active[place]] - start[active[place]];
            loss += 0.5 * penalty * weight * weight;
            slope[place] -= penalty * weight;
            curvature[place, place] += penalty;
        }

        return (loss, slope, curvature);
    }

    private static (double Loss, double[] Slope, double[,] Curvature) Evaluate(Choice choice, int[] active, double[] weights)
    {
        var count = choice.Values[0].Length;
        var scores = choice.Offsets?.ToArray() ?? new float[count];
        foreach (var share in active)
        {
            TensorPrimitives.MultiplyAdd(choice.Values[share], (float)weights[share], scores, scores);
        }

        TensorPrimitives.Subtract(scores, TensorPrimitives.Max<float>(scores), scores);
        var chance = new float[count];
        TensorPrimitives.Exp<float>(scores, chance);
        var total = TensorPrimitives.Sum<float>(chance);
        TensorPrimitives.Divide(chance, total, chance);

        var loss = choice.Chosen.Average(place => Math.Log(total) - scores[place]);
        var slope = new double[active.Length];
        var curvature = new double[active.Length, active.Length];
        var mean = new double[active.Length];
        var weighted = new float[count];
        for (var row = 0; row < active.Length; row++)
        {
            var values = choice.Values[active[row]];
            TensorPrimitives.Multiply(values, chance, weighted);
            mean[row] = TensorPrimitives.Sum<float>(weighted);
            slope[row] = choice.Chosen.Average(place => values[place]) - mean[row];
            for (var column = 0; column <= row; column++)
            {
                curvature[row, column] = curvature[column, row] =
                    TensorPrimitives.Dot<float>(weighted, choice.Values[active[column]]) - (mean[row] * mean[column]);
            }
        }

        return (loss, slope, curvature);
    }
}
