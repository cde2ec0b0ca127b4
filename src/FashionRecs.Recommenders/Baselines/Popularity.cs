using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Baselines;

/// <summary>
/// What everyone buys: the number of buyers, a purchase that is <c>d</c> days old counting <c>2^(−d / half-life)</c>.
/// With an infinite half-life it is plain popularity. No paper: the baseline every paper has to beat
/// (Cremonesi, Koren, Turrin: Performance of recommender algorithms on top-N recommendation tasks, RecSys 2010).
/// </summary>
/// <param name="halfLifeDays">Days after which a purchase counts half; more than 0, infinity for no decay.</param>
public sealed class Popularity(string name, double halfLifeDays = double.PositiveInfinity) : IRecommender
{
    private float[] scores = [];

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history)
    {
        scores = new float[history.Products.Count];
        foreach (var customer in history.Customers)
        {
            for (var place = 0; place < customer.Items.Length; place++)
            {
                scores[customer.Items[place]] += (float)Math.Pow(2, -customer.Ages[place] / halfLifeDays);
            }
        }
    }

    /// <inheritdoc/>
    public void Score(CustomerHistory customer, Span<float> scores) => this.scores.CopyTo(scores);
}
