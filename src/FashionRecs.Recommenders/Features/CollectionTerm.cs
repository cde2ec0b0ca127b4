using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Features;

/// <summary>
/// "From the same collection": product codes are given in order, so that close codes were designed together. How much more often than by
/// chance two products are bought together at that distance of codes (in powers of two), averaged over the customer's products, as a
/// logarithm.
/// </summary>
/// <param name="codes">Per product, its number; products without one share the number 0.</param>
public sealed class CollectionTerm(long[] codes) : ISupportingItemFeature
{
    private const int Bins = 32;
    private const double Shrinkage = 10;
    private const int LargestBasket = 60;
    private const int ChancePairs = 2_000_000;
    private float[] lift = [];

    /// <inheritdoc/>
    public string Name => "same collection";

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history)
    {
        var together = new double[Bins];
        var chance = new double[Bins];
        foreach (var customer in history.Customers.Where(customer => customer.Items.Length is > 1 and <= LargestBasket))
        {
            foreach (var item in customer.Items)
            {
                foreach (var other in customer.Items.Where(other => other != item))
                {
                    together[Bin(item, other)] += 1.0 / (customer.Items.Length - 1);
                }
            }
        }

        var bought = history.Customers.SelectMany(customer => customer.Items).ToArray();
        var random = new Random(1);
        for (var pair = 0; pair < ChancePairs && bought.Length > 0; pair++)
        {
            var (left, right) = (bought[random.Next(bought.Length)], bought[random.Next(bought.Length)]);
            chance[Bin(left, right)] += left == right ? 0 : 1;
        }

        var scale = together.Sum() / Math.Max(1, chance.Sum());
        lift = [.. together.Select((seen, bin) => (float)((seen + Shrinkage) / ((chance[bin] * scale) + Shrinkage)))];
    }

    /// <inheritdoc/>
    public float Value(CustomerHistory customer, int product) =>
        customer.Items.Length == 0 ? 0 : MathF.Log(customer.Items.Average(item => lift[Bin(item, product)]));

    /// <inheritdoc/>
    public void Values(CustomerHistory customer, Span<float> values)
    {
        values.Clear();
        if (customer.Items.Length == 0)
        {
            return;
        }

        for (var product = 0; product < values.Length; product++)
        {
            var sum = 0f;
            foreach (var item in customer.Items)
            {
                sum += lift[Bin(item, product)];
            }

            values[product] = MathF.Log(sum / customer.Items.Length);
        }
    }

    /// <inheritdoc/>
    public int SupportingItem(CustomerHistory customer, int product) =>
        SupportingItems.Strongest(customer, item => lift[Bin(item, product)], above: 1);

    private int Bin(int left, int right) =>
        Math.Min(Bins - 1, System.Numerics.BitOperations.Log2((ulong)(1 + Math.Abs(codes[left] - codes[right]))));
}
