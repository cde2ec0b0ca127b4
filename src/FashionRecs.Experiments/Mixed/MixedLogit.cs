using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace FashionRecs.Experiments.Mixed;

/// <summary>
/// Fits a logit with arms as fixed effects and normal intercepts of shoppers and products, by maximum likelihood with Laplace's
/// approximation, as lme4's glmer does (Bates et al., JSS 2015).
/// </summary>
public static class MixedLogit
{
    private const double Step = 1e-3;

    /// <summary>Fits the model; null where it has no maximum, as where all trials of an arm succeed or fail.</summary>
    /// <param name="rows">The data; indices count from 0.</param>
    /// <param name="arms">How many arms, 1 or more.</param>
    /// <param name="products">How many products; 0 for a model without their intercepts.</param>
    public static MixedFit? Fit(IReadOnlyList<BinomialRow> rows, int arms, int products)
    {
        var sums = Enumerable.Range(0, arms).Select(arm => rows.Where(row => row.Arm == arm)
            .Aggregate((Hits: 0.0, Trials: 0.0), (sum, row) => (sum.Hits + row.Hits, sum.Trials + row.Trials))).ToArray();
        if (sums.Any(arm => arm.Hits <= 0 || arm.Hits >= arm.Trials))
        {
            return null;
        }

        double[] odds = [.. sums.Select(arm => Math.Log(arm.Hits / (arm.Trials - arm.Hits)))];
        double[] start = [odds[0], .. odds.Skip(1).Select(own => own - odds[0]), 0.5, .. products > 0 ? new[] { 0.5 } : []];
        var deviance = new LaplaceDeviance(rows, products);
        try
        {
            var found = NelderMeadSimplex.Minimum(ObjectiveFunction.Value(point => Of(point.ToArray())), Vector<double>.Build.Dense(start),
                1e-10, 20_000).MinimizingPoint.ToArray();
            var errors = Errors(found, arms, Of);
            return errors is null ? null : new MixedFit(
                [.. Enumerable.Range(0, arms).Select(arm => new MixedEffect(found[arm], errors[arm]))], Math.Abs(found[arms]),
                products > 0 ? Math.Abs(found[arms + 1]) : 0, Of(found));
        }
        catch (Exception exception) when (exception is MaximumIterationsException or ArgumentException)
        {
            return null;
        }

        // The sign of a deviation has no meaning; both give the same.
        double Of(double[] point) => deviance.Of(point[..arms], Math.Abs(point[arms]), products > 0 ? Math.Abs(point[arms + 1]) : 0);
    }

    /// <summary>Square roots of the diagonal of twice the inverse of the deviance's curvature; null where it does not curve up.</summary>
    private static double[]? Errors(double[] at, int effects, Func<double[], double> deviance)
    {
        // A deviation at zero is at the edge: it is held there.
        int[] free = [.. Enumerable.Range(0, at.Length).Where(index => index < effects || Math.Abs(at[index]) > 1e-2)];
        var curvature = Matrix<double>.Build.Dense(free.Length, free.Length, (one, other) =>
            (Shifted((one, 1), (other, 1)) - Shifted((one, 1), (other, -1)) - Shifted((one, -1), (other, 1))
                + Shifted((one, -1), (other, -1))) / (4 * Step * Step));
        var inverse = curvature.Determinant() > 0 ? curvature.Inverse() : null;
        var errors = new double[at.Length];
        for (var index = 0; index < free.Length; index++)
        {
            if (inverse is null || !(inverse[index, index] > 0))
            {
                return null;
            }

            errors[free[index]] = Math.Sqrt(2 * inverse[index, index]);
        }

        return errors;

        double Shifted((int Index, int Sign) one, (int Index, int Sign) other)
        {
            var point = (double[])at.Clone();
            point[free[one.Index]] += one.Sign * Step;
            point[free[other.Index]] += other.Sign * Step;
            return deviance(point);
        }
    }
}
