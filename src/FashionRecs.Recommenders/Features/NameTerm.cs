using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Features;

/// <summary>
/// "From the line you bought": 1 for a product whose name starts with the same word as one the customer bought, else 0. A word of 50
/// products or more is no line; in a small shop, of one in 280, and at least 5: there "Satin" or "Sweater" are 40.
/// </summary>
public sealed class NameTerm(ShopProducts products) : ISupportingItemFeature
{
    private readonly int tooCommon = Math.Clamp(products.Count / 280, 5, 50);
    private readonly string[] names = [.. products.Products.Select(product => ProductTerms.Words(product.Name).FirstOrDefault() ?? "")];
    private Dictionary<string, int[]> lines = [];

    /// <inheritdoc/>
    public string Name => "same line";

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history) =>
        lines = Enumerable.Range(0, names.Length).GroupBy(item => names[item], StringComparer.Ordinal)
        .Where(line => line.Key.Length > 0 && line.Count() < tooCommon)
            .ToDictionary(line => line.Key, line => line.ToArray(), StringComparer.Ordinal);

    /// <inheritdoc/>
    public float Value(CustomerHistory customer, int product) => SupportingItem(customer, product) >= 0 ? 1 : 0;

    /// <inheritdoc/>
    public void Values(CustomerHistory customer, Span<float> values)
    {
        values.Clear();
        foreach (var item in customer.Items)
        {
            foreach (var member in lines.GetValueOrDefault(names[item], []))
            {
                values[member] = 1;
            }
        }
    }

    /// <inheritdoc/>
    public int SupportingItem(CustomerHistory customer, int product) =>
        SupportingItems.Strongest(customer, item => names[item] == names[product] && lines.ContainsKey(names[item]) ? 1 : 0);
}
