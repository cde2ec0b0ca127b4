using FashionRecs.Recommenders.Purchases;
using FashionRecs.Recommenders.Tests.Purchases;

namespace FashionRecs.Recommenders.Tests.Baselines;

/// <summary>
/// Customers who buy within products 0 to 5 or within 6 to 11. Nobody bought 12 and 13; 12 is like the first half, 13 like the second.
/// </summary>
internal static class TwoHalves
{
    public const int Products = 14;

    public static PurchaseHistory History { get; } = new(Shop.Products(Products), Shop.Purchases(12));

    public static bool IsFirst(int item) => item is < 6 or 12;

    /// <summary>Customers for whom the one of 12 and 13 that is like their half comes first.</summary>
    public static int Right(IRecommender model, PurchaseHistory? history = null)
    {
        var scores = new float[Products];
        return (history ?? History).Customers.Count(customer =>
        {
            model.Score(customer, scores);
            return scores[12] > scores[13] == IsFirst(customer.Items[0]);
        });
    }
}
