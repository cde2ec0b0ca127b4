using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Application.Shop.WhyNot;

/// <summary>What ranks products for one shopper, as a sum that can be taken apart. Safe to share between threads.</summary>
public interface IExplainedSum
{
    /// <summary>The sum of a product.</summary>
    Explanation Explain(CatalogItem item);

    /// <summary>One-based place of a product by its sum.</summary>
    int PlaceOf(CatalogItem item);

    /// <summary>The shopper's picks, best first.</summary>
    /// <param name="count">How many at most.</param>
    /// <param name="seed">Decides exploration and the order of equals.</param>
    /// <param name="choice">What an experiment changes of the ranking.</param>
    IReadOnlyList<RecommendedCard> Recommend(int count = 24, int seed = 0, RankingChoice choice = RankingChoice.AsTheShop);
}
