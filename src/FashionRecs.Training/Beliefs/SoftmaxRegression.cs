using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace FashionRecs.Training.Beliefs;

/// <summary>
/// Finds the least of a smooth loss by limited-memory BFGS (Liu, Nocedal, "On the limited memory BFGS method for large scale
/// optimization", 1989).
/// </summary>
internal static class SoftmaxRegression
{
    private const double Tolerance = 1e-4;
    private const int Memory = 10;
    private const int MostIterations = 2000;

    /// <summary>The best parameters (classes × features).</summary>
    /// <param name="loss">What is made least.</param>
    /// <param name="start">Where the search starts.</param>
    public static double[] Fit(SoftmaxLoss loss, double[] start) => Fit(point => loss.Compute(point), start);

    /// <summary>The parameters of least loss.</summary>
    /// <param name="loss">A convex loss and its gradient.</param>
    /// <param name="start">Where the search starts.</param>
    public static double[] Fit(Func<double[], (double Value, double[] Gradient)> loss, double[] start)
    {
        var objective = ObjectiveFunction.Gradient(point =>
        {
            var (value, gradient) = loss(point.AsArray());
            return (value, Vector<double>.Build.Dense(gradient));
        });
        return new LimitedMemoryBfgsMinimizer(Tolerance, 1e-7, 1e-12, Memory, MostIterations)
            .FindMinimum(objective, Vector<double>.Build.Dense((double[])start.Clone())).MinimizingPoint.AsArray();
    }
}
