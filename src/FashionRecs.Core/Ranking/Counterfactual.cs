using FashionRecs.Core.Attributes;
using FashionRecs.Core.Catalog;

namespace FashionRecs.Core.Ranking;

/// <summary>"Like this, but with long sleeves": the products that have the changed value and differ least in everything else.</summary>
public static class Counterfactual
{
    /// <summary>Amount from which a product has a value, in [0, 1].</summary>
    private const float Has = 0.5f;

    /// <summary>Nearest first; equal distances by id.</summary>
    public static IReadOnlyList<NearbyItem> Find(IEnumerable<CatalogItem> items, CatalogItem like, AttributeValue but, int count) =>
    [
        .. items.Where(item => item.Product.Id != like.Product.Id && item.Vector[but.Index] >= Has)
            .Select(item => new NearbyItem(item, Distance(item, like, but.Attribute)))
            .OrderBy(near => near.Distance).ThenBy(near => near.Item.Product.Id, StringComparer.Ordinal)
            .Take(count),
    ];

    private static double Distance(CatalogItem item, CatalogItem like, GarmentAttribute except)
    {
        var distance = (item.Product.Type == like.Product.Type ? 0 : 1.0) + (item.Product.Colour == like.Product.Colour ? 0 : 0.25);
        for (var value = 0; value < item.Vector.Length; value++)
        {
            if (value < except.Start || value >= except.Start + except.Values.Count)
            {
                var difference = item.Vector[value] - like.Vector[value];
                distance += difference * difference;
            }
        }

        return distance;
    }
}
