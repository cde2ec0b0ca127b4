using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Features;

/// <summary>
/// "Described like what you bought": how alike the texts of two products are (<see cref="ProductTerms"/>); the mean over the customer's
/// products, or the closest one.
/// </summary>
/// <param name="closest">Whether only the closest of the customer's products counts.</param>
public sealed class DescriptionTerm(string name, ProductTerms words, bool closest) : ISupportingItemFeature
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history)
    {
    }

    /// <inheritdoc/>
    public float Value(CustomerHistory customer, int product)
    {
        var likeness = customer.Items.Select(item => words.Likeness(item, product));
        return customer.Items.Length == 0 ? 0 : closest ? Math.Max(0, likeness.Max()) : likeness.Average();
    }

    /// <inheritdoc/>
    public void Values(CustomerHistory customer, Span<float> values)
    {
        values.Clear();
        var one = closest ? new float[values.Length] : [];
        foreach (var item in customer.Items)
        {
            if (closest)
            {
                Array.Clear(one);
                words.AddLikeness(item, 1, one);
                System.Numerics.Tensors.TensorPrimitives.Max(values, one, values);
            }
            else
            {
                words.AddLikeness(item, 1f / customer.Items.Length, values);
            }
        }
    }

    /// <inheritdoc/>
    public int SupportingItem(CustomerHistory customer, int product) =>
        SupportingItems.Strongest(customer, item => words.Likeness(item, product));
}
