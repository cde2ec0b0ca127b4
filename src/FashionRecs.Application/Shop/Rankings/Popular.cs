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
        // What has no garment in its picture is recommended to nobody, so that of a large catalog it need not be made up for.
        var kept = shop.Withheld().Where(group => shop.Catalog.IsHeld || group.Reason != WithheldReason.NoGarment)
            .SelectMany(group => group.Products).ToHashSet(StringComparer.Ordinal);
        return [.. shop.ForEverybody().Recommend(count + kept.Count, seed).Select(card => card.Item)
            .Where(item => !kept.Contains(item.Product.Id)).Take(count)];
    }
}
