using FashionRecs.Core.Purchases;

namespace FashionRecs.Core.Recommenders.Shares;

/// <summary>"You buy this section (type …) a lot": the share of the customer's products with the same trait, 0 to 1.</summary>
/// <param name="traits">Per product, its trait: 0 up.</param>
public sealed class SameTraitTerm(string name, int[] traits) : IShareTerm
{
    private readonly int count = traits.Max() + 1;

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history)
    {
    }

    /// <inheritdoc/>
    public void Values(CustomerHistory customer, Span<float> values)
    {
        var owned = new float[count];
        foreach (var item in customer.Items)
        {
            owned[traits[item]] += 1f / customer.Items.Length;
        }

        for (var item = 0; item < values.Length; item++)
        {
            values[item] = owned[traits[item]];
        }
    }
}
