using MathNet.Numerics.Distributions;

namespace FashionRecs.Experiments.GroupSequential;

/// <summary>
/// Symmetric two-sided bounds of a test that is looked at several times, by alpha spending: at each look the chance to leave the bounds for
/// the first time is the alpha that becomes free there, found by integrating the density of the sum's course look by look (Armitage,
/// McPherson and Rowe, JRSS A 1969; Jennison and Turnbull, "Group Sequential Methods", 2000, chapter 19), with Gauss and Legendre's rule.
/// </summary>
public static class GroupSequentialBounds
{
    /// <summary>No bound is larger; what little alpha is free there is left to later looks.</summary>
    public const double Largest = 8;

    private const int Nodes = 16;
    private static readonly (double X, double Weight)[] Rule = Legendre();

    /// <summary>The bounds of the standardized effect, one per look.</summary>
    /// <param name="information">Shares of the planned information at the looks, increasing, above 0 and up to 1.</param>
    /// <param name="alpha">Two-sided, between 0 and 1.</param>
    /// <exception cref="ArgumentException">The shares do not increase from above 0 up to 1.</exception>
    public static double[] Of(IReadOnlyList<double> information, double alpha, AlphaSpending spending)
    {
        if (information.Where((share, look) => !(share > (look == 0 ? 0 : information[look - 1]) && share <= 1)).Any())
        {
            throw new ArgumentException("Shares of information increase from above 0 up to 1.", nameof(information));
        }

        var bounds = new double[information.Count];
        var (points, density, spent) = (new double[] { 0 }, new double[] { 1 }, 0.0);
        for (var look = 0; look < bounds.Length; look++)
        {
            var now = information[look];
            var step = Math.Sqrt(now - (look == 0 ? 0 : information[look - 1]));
            var free = spending.Spent(alpha, now) - spent;
            bounds[look] = Bound(free, Math.Sqrt(now), Left);
            spent += Left(bounds[look] * Math.Sqrt(now));
            (points, density) = Carried(points, density, bounds[look] * Math.Sqrt(now), step);

            // Chance to be outside ±edge at this look, having been inside before.
            double Left(double edge) => points.Zip(density, (at, weight) =>
                weight * (Normal.CDF(0, 1, (at - edge) / step) + Normal.CDF(0, 1, (-at - edge) / step))).Sum();
        }

        return bounds;
    }

    private static double Bound(double free, double scale, Func<double, double> left)
    {
        if (left(Largest * scale) >= free)
        {
            return Largest;
        }

        var (low, high) = (0.0, Largest);
        for (var halving = 0; halving < 60; halving++)
        {
            var middle = (low + high) / 2;
            (low, high) = left(middle * scale) > free ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>The nodes inside ±edge with the density there times the rule's weight.</summary>
    private static (double[] Points, double[] Density) Carried(double[] points, double[] density, double edge, double step)
    {
        var panels = Math.Max(4, (int)Math.Ceiling(edge / step));
        var width = 2 * edge / panels;
        var (nodes, values) = (new double[panels * Nodes], new double[panels * Nodes]);
        for (var at = 0; at < nodes.Length; at++)
        {
            var (x, weight) = Rule[at % Nodes];
            nodes[at] = -edge + (width * ((at / Nodes) + ((1 + x) / 2)));
            var sum = 0.0;
            for (var from = 0; from < points.Length; from++)
            {
                var z = (nodes[at] - points[from]) / step;
                sum += density[from] * Math.Exp(-z * z / 2);
            }

            values[at] = sum / (step * Math.Sqrt(2 * Math.PI)) * weight * width / 2;
        }

        return (nodes, values);
    }

    /// <summary>Nodes and weights on −1 to 1: the roots of Legendre's polynomial by Newton's steps.</summary>
    private static (double X, double Weight)[] Legendre()
    {
        var rule = new (double, double)[Nodes];
        for (var root = 0; root < Nodes; root++)
        {
            var x = Math.Cos(Math.PI * (root + 0.75) / (Nodes + 0.5));
            var slope = 0.0;
            for (var round = 0; round < 50; round++)
            {
                var (value, before) = (1.0, 0.0);
                for (var degree = 1; degree <= Nodes; degree++)
                {
                    (value, before) = ((((2 * degree) - 1) * x * value - ((degree - 1) * before)) / degree, value);
                }

                slope = Nodes * ((x * value) - before) / ((x * x) - 1);
                x -= value / slope;
            }

            rule[root] = (x, 2 / ((1 - (x * x)) * slope * slope));
        }

        return rule;
    }
}
