using MathNet.Numerics.LinearAlgebra;

namespace FashionRecs.Experiments.Mixed;

/// <summary>
/// The deviance of a logit with normal intercepts of shoppers and products, by Laplace's approximation at the mode of the intercepts
/// (Breslow and Clayton, JASA 1993; Bates, Mächler, Bolker and Walker, "Fitting Linear Mixed-Effects Models Using lme4", JSS 2015).
/// Shoppers are eliminated one by one, as none meets another but through products. Not safe to share between threads: it remembers the
/// last mode.
/// </summary>
internal sealed class LaplaceDeviance
{
    private const int MostSteps = 50;
    private readonly BinomialRow[] rows;
    private readonly int[][] ofShopper;
    private readonly double[] shoppers;
    private readonly double[] products;

    /// <param name="rows">The data.</param>
    /// <param name="products">How many products; 0 for a model without their intercepts.</param>
    public LaplaceDeviance(IReadOnlyList<BinomialRow> rows, int products)
    {
        this.rows = [.. rows];
        shoppers = new double[this.rows.Max(row => row.Shopper) + 1];
        this.products = new double[products];
        var members = Enumerable.Range(0, this.rows.Length).ToLookup(at => this.rows[at].Shopper);
        ofShopper = [.. Enumerable.Range(0, shoppers.Length).Select(shopper => members[shopper].ToArray())];
    }

    /// <summary>−2 log-likelihood, but for a constant; infinite where the intercepts have no mode.</summary>
    /// <param name="effects">Log-odds of the control, then what each arm adds; (arms).</param>
    /// <param name="shopperDeviation">Standard deviation of the shoppers' intercepts.</param>
    /// <param name="productDeviation">Standard deviation of the products' intercepts.</param>
    public double Of(double[] effects, double shopperDeviation, double productDeviation)
    {
        var (penalized, half) = (double.PositiveInfinity, 0);
        for (var step = 0; step < MostSteps; step++)
        {
            var (value, determinant, forShoppers, forProducts) = Step(effects, shopperDeviation, productDeviation);
            if (!double.IsFinite(value))
            {
                return double.PositiveInfinity;
            }

            var change = forShoppers.Concat(forProducts).Max(own => Math.Abs(own));
            if (change < 1e-9 || half > 30)
            {
                return value + determinant;
            }

            // Far from the mode a whole step can be too long.
            var scale = value > penalized + 1e-9 ? 0.5 : 1;
            half += scale < 1 ? 1 : 0;
            penalized = value;
            Add(shoppers, forShoppers, scale);
            Add(products, forProducts, scale);
        }

        return double.PositiveInfinity;
    }

    private static void Add(double[] values, double[] change, double scale)
    {
        for (var at = 0; at < values.Length; at++)
        {
            values[at] += scale * change[at];
        }
    }

    /// <summary>Value and log determinant at the intercepts, and Newton's step from them.</summary>
    private (double Value, double Determinant, double[] Shoppers, double[] Products) Step(double[] effects, double sigma, double tau)
    {
        var (value, determinant) = (shoppers.Concat(products).Sum(own => own * own), 0.0);
        var schur = Matrix<double>.Build.DenseIdentity(Math.Max(1, products.Length));
        var right = Vector<double>.Build.DenseOfEnumerable(products.Length == 0 ? [0.0] : products.Select(own => -own));
        var (diagonal, gradient) = (new double[shoppers.Length], new double[shoppers.Length]);
        var weights = new double[rows.Length];
        for (var shopper = 0; shopper < shoppers.Length; shopper++)
        {
            (diagonal[shopper], gradient[shopper]) = (1, -shoppers[shopper]);
            foreach (var at in ofShopper[shopper])
            {
                var row = rows[at];
                var linear = effects[0] + (row.Arm == 0 ? 0 : effects[row.Arm]) + (sigma * shoppers[shopper])
                    + (products.Length == 0 ? 0 : tau * products[row.Product]);
                var (chance, log) = (1 / (1 + Math.Exp(-linear)), linear > 0 ? linear + Math.Log(1 + Math.Exp(-linear))
                    : Math.Log(1 + Math.Exp(linear)));
                value -= 2 * ((row.Hits * linear) - (row.Trials * log));
                var (residual, weight) = (row.Hits - (row.Trials * chance), row.Trials * chance * (1 - chance));
                weights[at] = weight;
                diagonal[shopper] += sigma * sigma * weight;
                gradient[shopper] += sigma * residual;
                if (products.Length > 0)
                {
                    schur[row.Product, row.Product] += tau * tau * weight;
                    right[row.Product] += tau * residual;
                }
            }

            determinant += Math.Log(diagonal[shopper]);
        }

        if (products.Length == 0)
        {
            return (value, determinant, [.. gradient.Zip(diagonal, (own, by) => own / by)], []);
        }

        for (var shopper = 0; shopper < shoppers.Length; shopper++)
        {
            foreach (var at in ofShopper[shopper])
            {
                var shared = sigma * tau * weights[at];
                right[rows[at].Product] -= shared * gradient[shopper] / diagonal[shopper];
                foreach (var other in ofShopper[shopper])
                {
                    schur[rows[at].Product, rows[other].Product] -= shared * sigma * tau * weights[other] / diagonal[shopper];
                }
            }
        }

        var factor = schur.Cholesky();
        var found = factor.Solve(right);
        return (value, determinant + factor.DeterminantLn, [.. Enumerable.Range(0, shoppers.Length).Select(shopper =>
            (gradient[shopper] - ofShopper[shopper].Sum(at => sigma * tau * weights[at] * found[rows[at].Product])) / diagonal[shopper])],
            [.. found]);
    }
}
