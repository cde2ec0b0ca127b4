using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Baselines;

/// <summary>
/// What everyone buys of the categories that the customer buys: buyers of the product times the smoothed share of its category among the
/// customer's products, <c>b_i · (n_c + 1 / categories) / (n + 1)</c>. No paper: the row of bestsellers of a category that shops have.
/// </summary>
/// <param name="categories">Per product the number of its category, 0 up.</param>
public sealed class CategoryPopularity(int[] categories) : IRecommender
{
    private readonly int count = categories.Max() + 1;
    private int[] buyers = [];

    /// <inheritdoc/>
    public string Name => "popularity per category";

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history) => buyers = history.Buyers;

    /// <inheritdoc/>
    public void Score(CustomerHistory customer, Span<float> scores)
    {
        var share = new float[count];
        Array.Fill(share, 1f / count / (customer.Items.Length + 1));
        foreach (var item in customer.Items)
        {
            share[categories[item]] += 1f / (customer.Items.Length + 1);
        }

        for (var item = 0; item < scores.Length; item++)
        {
            scores[item] = buyers[item] * share[categories[item]];
        }
    }
}
