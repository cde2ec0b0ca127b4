using System.Numerics.Tensors;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Features;

/// <summary>
/// "To your taste": cosine, in a space of few numbers per product, with the customer's products: their mean, or the closest one.
/// </summary>
/// <param name="space">The space.</param>
/// <param name="closest">Whether only the closest of the customer's products counts: who shops for two people has no mean taste.</param>
public sealed class EmbeddingSimilarityFeature(string name, PureSvdEmbedding space, bool closest = false) : ISupportingItemFeature
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history) => space.Fit(history);

    /// <inheritdoc/>
    public float Value(CustomerHistory customer, int product)
    {
        var likeness = customer.Items.Select(item => TensorPrimitives.Dot<float>(space[item], space[product]));
        return customer.Items.Length == 0 ? 0 : closest ? likeness.Max() : likeness.Average();
    }

    /// <inheritdoc/>
    public void Values(CustomerHistory customer, Span<float> values)
    {
        if (closest && customer.Items.Length > 0)
        {
            Closest(customer.Items, values);
            return;
        }

        var mean = new float[space.Size];
        foreach (var item in customer.Items)
        {
            TensorPrimitives.MultiplyAdd(space[item], 1f / customer.Items.Length, mean, mean);
        }

        for (var item = 0; item < values.Length; item++)
        {
            values[item] = TensorPrimitives.Dot<float>(mean, space[item]);
        }
    }

    /// <inheritdoc/>
    public int SupportingItem(CustomerHistory customer, int product) =>
        SupportingItems.Strongest(customer, item => TensorPrimitives.Dot<float>(space[item], space[product]));

    private void Closest(int[] items, Span<float> values)
    {
        for (var product = 0; product < values.Length; product++)
        {
            var highest = float.NegativeInfinity;
            foreach (var item in items)
            {
                highest = Math.Max(highest, TensorPrimitives.Dot<float>(space[item], space[product]));
            }

            values[product] = highest;
        }
    }
}
