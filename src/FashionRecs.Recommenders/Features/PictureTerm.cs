using System.Numerics.Tensors;
using FashionRecs.Recommenders.Pictures;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Features;

/// <summary>
/// "Looks like what you bought": cosine of the network's features of two pictures; the mean over the customer's products, or the closest
/// one.
/// </summary>
/// <param name="closest">Whether only the closest of the customer's products counts.</param>
public sealed class PictureTerm(string name, PictureFeatureTable features, bool closest) : IShareTerm
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
        var likeness = customer.Items.Select(item => TensorPrimitives.Dot<float>(features.Pictures[item], features.Pictures[product]));
        return customer.Items.Length == 0 ? 0 : closest ? Math.Max(0, likeness.Max()) : likeness.Average();
    }

    /// <inheritdoc/>
    public void Values(CustomerHistory customer, Span<float> values)
    {
        values.Clear();
        if (!closest)
        {
            var mean = new float[PictureFeatureTable.Size];
            foreach (var item in customer.Items)
            {
                TensorPrimitives.MultiplyAdd(features.Pictures[item], 1f / customer.Items.Length, mean, mean);
            }

            for (var product = 0; product < values.Length; product++)
            {
                values[product] = TensorPrimitives.Dot<float>(mean, features.Pictures[product]);
            }

            return;
        }

        foreach (var item in customer.Items)
        {
            for (var product = 0; product < values.Length; product++)
            {
                values[product] =
                    Math.Max(values[product], TensorPrimitives.Dot<float>(features.Pictures[item], features.Pictures[product]));
            }
        }
    }
}
