using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders;

/// <summary>Ranks products for a customer from past purchases.</summary>
public interface IRecommender
{
    /// <summary>The name in reports, for example "ease".</summary>
    string Name { get; }

    /// <summary>Learns from purchases; the same history and seed give the same scores.</summary>
    void Fit(PurchaseHistory history);

    /// <summary>
    /// Writes a score for every product; a higher score ranks earlier. Safe to call from several threads once fitted.
    /// </summary>
    /// <param name="customer">The customer's purchases in the fitted history.</param>
    /// <param name="scores">One place per product of the list; every place is written.</param>
    void Score(CustomerHistory customer, Span<float> scores);
}
