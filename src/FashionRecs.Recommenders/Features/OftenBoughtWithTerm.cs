using FashionRecs.Recommenders.Baselines;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Features;

/// <summary>"Often bought with what you have": the weights of <see cref="Ease"/> from the customer's products, times ten.</summary>
public sealed class OftenBoughtWithTerm(EaseOptions options) : ISupportingItemFeature
{
    private const float Scale = 10;
    private Ease ease = new(options);

    /// <inheritdoc/>
    public string Name => "often bought with";

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history)
    {
        ease = new Ease(options);
        ease.Fit(history);
    }

    /// <inheritdoc/>
    public float Value(CustomerHistory customer, int product) => customer.Items.Sum(item => Scale * ease.Weight(item, product));

    /// <inheritdoc/>
    public void Values(CustomerHistory customer, Span<float> values)
    {
        values.Clear();
        foreach (var item in customer.Items)
        {
            ease.AddFrom(item, Scale, values);
        }
    }

    /// <inheritdoc/>
    public int SupportingItem(CustomerHistory customer, int product) =>
        SupportingItems.Strongest(customer, item => ease.Weight(item, product));
}
