using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Evaluation;

/// <summary>
/// Whether the first places hold the types that the customer buys, in the same proportion: the Kullback–Leibler divergence of the types of
/// the first places from those bought, <c>Σ p log₂(p / q)</c> with q = .99 of the shown ones and .01 of p (Steck: Calibrated
/// recommendations, RecSys 2018). In bits; 0 is the same proportions, log₂ 100 = 6.64 no type in common.
/// </summary>
internal sealed class TypeCalibration(ShopProducts products)
{
    private const double Smoothing = 0.01;

    /// <param name="bought">The customer's products; at least one.</param>
    /// <param name="shown">The first places; at least one.</param>
    public double Of(IReadOnlyList<int> bought, IReadOnlyList<int> shown)
    {
        var divergence = 0.0;
        foreach (var type in bought.CountBy(item => products[item].Type, StringComparer.Ordinal))
        {
            var wanted = (double)type.Value / bought.Count;
            var given = (double)shown.Count(item => products[item].Type == type.Key) / shown.Count;
            divergence += wanted * Math.Log2(wanted / (((1 - Smoothing) * given) + (Smoothing * wanted)));
        }

        return divergence;
    }
}
