using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Application.Shop.Rankings;

/// <summary>The explained sum and nothing else.</summary>
public sealed class ByScore : HomeRanking
{
    /// <inheritdoc/>
    public override string Code => "by-score";

    /// <inheritdoc/>
    public override string Name => "By score alone";

    /// <inheritdoc/>
    public override string Description => "By the explained sum, without variety and without exploration.";

    /// <inheritdoc/>
    public override bool IsExplained => true;

    /// <inheritdoc/>
    public override IReadOnlyList<CatalogItem> Rank(ShopSnapshot shop, int count, int seed) =>
        [.. shop.Recommend(count, seed, RankingChoice.ByScoreAlone).Select(card => card.Item)];
}
