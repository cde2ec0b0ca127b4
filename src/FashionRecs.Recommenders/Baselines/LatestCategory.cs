using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Baselines;

/// <summary>
/// More of what was bought last: the products of the categories of the customer's latest day, the most bought first, and after them the
/// rest in the same order. No paper: the rule that many shops start with.
/// </summary>
/// <param name="categories">Per product the number of its category, 0 up.</param>
public sealed class LatestCategory(int[] categories) : IRecommender
{
    private int[] buyers = [];
    private int most;

    /// <inheritdoc/>
    public string Name => "same as last bought";

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history) => (buyers, most) = (history.Buyers, history.Buyers.Max());

    /// <inheritdoc/>
    public void Score(CustomerHistory customer, Span<float> scores)
    {
        var wanted = new bool[categories.Max() + 1];
        var latest = customer.Ages.Length == 0 ? 0 : customer.Ages.Min();
        for (var place = 0; place < customer.Items.Length; place++)
        {
            wanted[categories[customer.Items[place]]] |= customer.Ages[place] == latest;
        }

        for (var item = 0; item < scores.Length; item++)
        {
            scores[item] = buyers[item] + (wanted[categories[item]] ? most + 1 : 0);
        }
    }
}
