using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Shop.Rankings;

/// <summary>The shop's own ranking.</summary>
public sealed class AsTheShopRanks : HomeRanking
{
    /// <inheritdoc/>
    public override string Code => "as-the-shop";

    /// <inheritdoc/>
    public override string Name => "As the shop ranks";

    /// <inheritdoc/>
    public override string Description => "By the explained sum, with variety and some places given to exploration, as shoppers "
        + "see it without an experiment.";

    /// <inheritdoc/>
    public override bool IsExplained => true;

    /// <inheritdoc/>
    public override IReadOnlyList<CatalogItem> Rank(ShopSnapshot shop, int count, int seed) =>
        [.. shop.Recommend(count, seed).Select(card => card.Item)];
}
