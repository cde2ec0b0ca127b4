using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Baselines;

/// <summary>
/// Item-based nearest neighbours: cosine of two products' buyers, shrunk towards 0 for few common buyers (Sarwar, Karypis, Konstan, Riedl:
/// Item-based collaborative filtering recommendation algorithms, WWW 2001; shrinkage as in Bell, Koren: Improved neighborhood-based
/// collaborative filtering, KDD Cup 2007). Similarity is <c>c / (sqrt(b_i · b_j) + shrinkage)</c> for c common buyers and b buyers each; a
/// product's score is the sum over the bought ones.
/// </summary>
/// <param name="shrinkage">Buyers added to the denominator; at least 0.</param>
public sealed class ItemNeighbours(float shrinkage = 10) : IRecommender
{
    private (int Item, float Weight)[][] neighbours = [];

    /// <inheritdoc/>
    public string Name => "item-knn";

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history) =>
        neighbours = CommonBuyers.Count(history, (common, left, right) => common / (MathF.Sqrt((float)left * right) + shrinkage));

    /// <inheritdoc/>
    public void Score(CustomerHistory customer, Span<float> scores)
    {
        scores.Clear();
        foreach (var item in customer.Items)
        {
            foreach (var (other, weight) in neighbours[item])
            {
                scores[other] += weight;
            }
        }
    }
}
