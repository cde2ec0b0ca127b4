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
        var (catalog, left) = (shop.Catalog, shop.NotRecommended().Select(shop.Catalog.IndexOf).ToHashSet());
        int[] places = [.. Enumerable.Range(0, catalog.Items.Count)
            .Where(place => catalog.Columns.WithoutGarment[place] == 0 && !left.Contains(place))];
        // Of equals chance decides, as where nothing is known of a shopper.
        new Random(seed).Shuffle(places);
        return catalog.At([.. places.OrderByDescending(shop.ScoreBeside).DistinctBy(place => catalog.Columns.Ideas[place]).Take(count)]);
    }
}
