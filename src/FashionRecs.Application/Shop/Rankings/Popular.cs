using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Shop.Rankings;

/// <summary>What others chose most, the same for everybody.</summary>
public sealed class Popular : HomeRanking
{
    /// <inheritdoc/>
    public override string Code => "popular";

    /// <inheritdoc/>
    public override string Name => "The same for everybody";

    /// <inheritdoc/>
    public override string Description => "What others chose most comes first, whatever the shopper likes: what those see who "
        + "ask for the same as everybody.";

    /// <inheritdoc/>
    public override bool IsExplained => false;

    /// <inheritdoc/>
    public override IReadOnlyList<CatalogItem> Rank(ShopSnapshot shop, int count, int seed)
    {
        var kept = shop.Withheld().SelectMany(group => group.Products).ToHashSet(StringComparer.Ordinal);
        return [.. shop.ForEverybody().Recommend(count + kept.Count, seed).Select(card => card.Item)
            .Where(item => !kept.Contains(item.Product.Id)).Take(count)];
    }
}
