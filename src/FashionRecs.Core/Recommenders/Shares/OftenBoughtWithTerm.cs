using FashionRecs.Core.Purchases;

namespace FashionRecs.Core.Recommenders.Shares;

/// <summary>"Often bought with what you have": the weights of <see cref="Ease"/> from the customer's products, times ten.</summary>
public sealed class OftenBoughtWithTerm(EaseOptions options) : IShareTerm
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
    public void Values(CustomerHistory customer, Span<float> values)
    {
        values.Clear();
        foreach (var item in customer.Items)
        {
            ease.AddFrom(item, Scale, values);
        }
    }

    /// <summary>The customer's product that says most for another one, to be named in the explanation; -1 where none does.</summary>
    public int Witness(CustomerHistory customer, int product)
    {
        var best = customer.Items.Select(item => (Item: item, Weight: ease.Weight(item, product))).OrderByDescending(pair => pair.Weight).FirstOrDefault();
        return best.Weight > 0 ? best.Item : -1;
    }
}
