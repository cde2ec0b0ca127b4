using FashionRecs.Recommenders.Features;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Baselines;

/// <summary>
/// Looks like what you bought: cosine between a product's attribute values and the mean of the customer's
/// (content-based filtering with the profile of Rocchio 1971; Pazzani, Billsus: Content-based recommendation systems, 2007).
/// </summary>
public sealed class AttributeCosine(ProductAttributes attributes) : IRecommender
{
    private readonly int[][] traits = [.. attributes.Traits.Values];

    /// <inheritdoc/>
    public string Name => "attribute-cosine";

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history)
    {
    }

    /// <inheritdoc/>
    public void Score(CustomerHistory customer, Span<float> scores)
    {
        // Each product has one value per attribute, so that all products' vectors have the same length and the dot product orders like the
        // cosine.
        scores.Clear();
        foreach (var trait in traits)
        {
            var profile = new float[trait.Max() + 1];
            foreach (var item in customer.Items)
            {
                profile[trait[item]] += 1f / customer.Items.Length;
            }

            for (var item = 0; item < scores.Length; item++)
            {
                scores[item] += profile[trait[item]];
            }
        }
    }
}
