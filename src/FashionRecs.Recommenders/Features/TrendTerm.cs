using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Features;

/// <summary>
/// "More and more buy it": log of recent buyers over all buyers, a purchase counting half per day of age,
/// both shrunk by three buyers; 0 for a product that sells evenly.
/// </summary>
public sealed class TrendTerm : IShareTerm
{
    private const float Shrinkage = 3;
    private float[] values = [];

    /// <inheritdoc/>
    public string Name => "trend";

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history)
    {
        var recent = new float[history.Products.Count];
        foreach (var customer in history.Customers)
        {
            for (var place = 0; place < customer.Items.Length; place++)
            {
                recent[customer.Items[place]] += MathF.Pow(2, -customer.Ages[place]);
            }
        }

        var scale = history.Buyers.Sum() / Math.Max(recent.Sum(), float.Epsilon);
        values = [.. recent.Select((buyers, item) => MathF.Log(((buyers * scale) + Shrinkage) / (history.Buyers[item] + Shrinkage)))];
    }

    /// <inheritdoc/>
    public float Value(CustomerHistory customer, int product) => values[product];

    /// <inheritdoc/>
    public void Values(CustomerHistory customer, Span<float> values) => this.values.CopyTo(values);
}
