using FashionRecs.Application.Complements;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Ranking;
using FashionRecs.Recommenders.Complements;

namespace FashionRecs.Application.Shop;

/// <summary>
/// How the shop ranks and explains: pages open it for their shopper, and <c>recommend evaluate</c> for customers of a table of purchases
/// (<see cref="Replay.ReplayedShop"/>). Safe to share between threads.
/// </summary>
public sealed class ShopRanking(ShopperLearner learner, Explainer explainer, RankingOptions ranking, AttributeVocabulary vocabulary)
{
    /// <summary>The shop as it is for one shopper.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="shopper">The shopper.</param>
    /// <param name="evidenceOf">What is known beside the picture.</param>
    public ShopSnapshot Open(CatalogSnapshot catalog, ShopperProfile shopper, Func<PairingQuestion, ShopperEvidence?> evidenceOf) =>
        new(catalog, shopper, learner, explainer, ranking, vocabulary, evidenceOf);
}
