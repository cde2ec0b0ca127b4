using FashionRecs.Application.Shop.Columns;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Application.Shop;

/// <summary>
/// Cuts a ranked page into rows: the best first, then a row for each value that is surely liked, then what is near the
/// last like, then the rest. A product stands in one row only.
/// </summary>
internal static class HomeShelves
{
    /// <summary>Products of the first row; exploration leaves the first <see cref="RankingOptions.ProtectedTop"/> of them alone.</summary>
    public const int First = 8;

    /// <summary>Products of a row about one value or one product.</summary>
    private const int Length = 4;

    /// <summary>Rows about a value.</summary>
    private const int MostValues = 2;

    /// <summary>Of a large catalog, products without a garment that may stand among those near the last like.</summary>
    private const int Deeper = 64;

    /// <summary>How sure the liking of a value must be for a row of its own: the chance that its weight is above 0.</summary>
    private const double Sure = 0.9;

    /// <summary>The rows.</summary>
    /// <param name="first">The first row, where an experiment makes it; null for the best of the page.</param>
    public static IReadOnlyList<HomeShelf> Of(ShopSnapshot shop, IReadOnlyList<RecommendedCard> ranked, IReadOnlyList<LearnedValue> learned,
        IReadOnlyList<CatalogItem>? first)
    {
        var (catalog, profile) = (shop.Catalog, shop.Known);
        var rows = new List<(AttributeValue? Value, CatalogItem? Near, IReadOnlyList<CatalogItem> Items)>
        {
            (null, null, first ?? Items(ranked.Take(First))),
        };
        var used = rows[0].Items.Select(item => item.Product.Id).Concat(shop.NotRecommended()).ToHashSet(StringComparer.Ordinal);
        foreach (var value in learned.Where(entry => entry.Family is null && entry.Weight > 0 && entry.Certainty >= Sure).Take(MostValues)
            .Select(entry => entry.Value))
        {
            Add(value, null, shop.BestOf(value));
        }

        var last = profile.History.Events.LastOrDefault(entry =>
            entry.Event.Signal is PreferenceSignal.Like or PreferenceSignal.Bag).Event?.ProductId;
        if (last is not null && catalog.TryFind(last) is { } liked)
        {
            // As many as are left out may stand before those that are wanted.
            var most = Length + used.Count;
            var without = catalog.IsHeld ? catalog.WithoutGarment.Count(place => !used.Contains(catalog.IdAt(place)))
                : Math.Min(catalog.WithoutGarment.Count, Deeper);
            var near = NearestPlaces.Of(catalog.Columns, Enumerable.Range(0, catalog.Columns.Count), liked,
                most + without);
            Add(null, liked, near.Chunk(most).SelectMany(catalog.At));
        }

        rows.Add((null, null, Items(ranked.Where(card => !used.Contains(card.Item.Product.Id)))));
        var explored = ranked.Where(card => card.Explored).Select(card => card.Item.Product.Id).ToHashSet();
        var position = 0;
        return [.. rows.Where(row => row.Items.Count > 0).Select(row => new HomeShelf(row.Value, row.Near, [.. row.Items.Select(Card)]))];

        RecommendedCard Card(CatalogItem item) => new(item, shop.Explain(item), position++, explored.Contains(item.Product.Id));

        void Add(AttributeValue? value, CatalogItem? near, IEnumerable<CatalogItem> candidates)
        {
            // One product per name: the same garment in five colours is one idea.
            var items = candidates.Where(item => !item.IsWithoutGarment && !used.Contains(item.Product.Id))
                .DistinctBy(item => item.Product.Idea).Take(Length).ToArray();
            if (items.Length == Length)
            {
                used.UnionWith(items.Select(item => item.Product.Id));
                rows.Add((value, near, items));
            }
        }
    }

    private static CatalogItem[] Items(IEnumerable<RecommendedCard> cards) => [.. cards.Select(card => card.Item)];
}
