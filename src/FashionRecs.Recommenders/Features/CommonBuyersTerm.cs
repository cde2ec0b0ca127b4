using FashionRecs.Recommenders.Baselines;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Features;

/// <summary>
/// "Bought by the same people": a sum over the customer's products of a weight made of the common buyers, then a logarithm so that
/// the hundredth common buyer counts less than the first.
/// </summary>
/// <param name="weigh">From common buyers, buyers of the bought product and buyers of the other.</param>
/// <param name="scale">Factor before the logarithm; more than 0.</param>
/// <param name="perItem">Whether the sum is divided by the number of the customer's products.</param>
public sealed class CommonBuyersTerm(string name, Func<int, int, int, float> weigh, float scale, bool perItem) : ISupportingItemFeature
{
    private (int Item, float Weight)[][] neighbours = [];

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history) => neighbours = CommonBuyers.Count(history, weigh);

    /// <inheritdoc/>
    public float Value(CustomerHistory customer, int product)
    {
        var sum = customer.Items.Sum(item => Weight(item, product));
        return sum > 0 ? MathF.Log(1 + (Factor(customer) * sum)) : 0;
    }

    /// <inheritdoc/>
    public void Values(CustomerHistory customer, Span<float> values)
    {
        values.Clear();
        foreach (var item in customer.Items)
        {
            foreach (var (other, weight) in neighbours[item])
            {
                values[other] += weight;
            }
        }

        var factor = Factor(customer);
        for (var item = 0; item < values.Length; item++)
        {
            values[item] = values[item] > 0 ? MathF.Log(1 + (factor * values[item])) : 0;
        }
    }

    /// <inheritdoc/>
    public int SupportingItem(CustomerHistory customer, int product) =>
        SupportingItems.Strongest(customer, item => Weight(item, product));

    private float Factor(CustomerHistory customer) => scale / (perItem ? Math.Max(1, customer.Items.Length) : 1);

    private float Weight(int item, int product) => neighbours[item].FirstOrDefault(other => other.Item == product).Weight;
}
