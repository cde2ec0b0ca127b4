using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Features;

/// <summary>
/// The evidence of another share, from what the customer bought on their latest day only: what someone is after today says more than what
/// they have.
/// </summary>
/// <param name="inner">The share whose evidence is meant.</param>
public sealed class LatestTerm(string name, IShareTerm inner) : ISupportingItemFeature
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history) => inner.Fit(history);

    /// <inheritdoc/>
    public float Value(CustomerHistory customer, int product) => inner.Value(Latest(customer), product);

    /// <inheritdoc/>
    public void Values(CustomerHistory customer, Span<float> values) => inner.Values(Latest(customer), values);

    /// <inheritdoc/>
    public int SupportingItem(CustomerHistory customer, int product) =>
        inner is ISupportingItemFeature knows ? knows.SupportingItem(Latest(customer), product) : -1;

    private static CustomerHistory Latest(CustomerHistory customer)
    {
        var youngest = customer.Ages.Length == 0 ? 0 : customer.Ages.Min();
        int[] places = [.. Enumerable.Range(0, customer.Items.Length).Where(place => customer.Ages[place] == youngest)];
        return customer with { Items = Array.ConvertAll(places, place => customer.Items[place]),
            Ages = Array.ConvertAll(places, place => customer.Ages[place]) };
    }
}
