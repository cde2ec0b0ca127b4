using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Shop.Rankings;

/// <summary>What is known beside the picture.</summary>
public sealed class WithoutPicture : HomeRanking
{
    /// <inheritdoc/>
    public override string Code => "without-picture";

    /// <inheritdoc/>
    public override string Name => "Without the picture";

    /// <inheritdoc/>
    public override string Description => "By what counts beside the picture, such as what goes with earlier choices; the "
        + "values seen in pictures count nothing.";

    /// <inheritdoc/>
    public override bool IsExplained => false;

    /// <inheritdoc/>
    public override IReadOnlyList<CatalogItem> Rank(ShopSnapshot shop, int count, int seed)
    {
        var kept = shop.Withheld().SelectMany(group => group.Products).ToHashSet(StringComparer.Ordinal);
        var items = shop.Catalog.Items.Where(item => !kept.Contains(item.Product.Id)).ToArray();
        // Of equals chance decides, as where nothing is known of a shopper.
        new Random(seed).Shuffle(items);
        return [.. items.OrderByDescending(shop.ScoreBeside).DistinctBy(item => item.Product.Idea).Take(count)];
    }
}
