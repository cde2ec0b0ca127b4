using FashionRecs.Domain.Beliefs;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Application.Shop;

/// <summary>Products that share what is most telling of one, in other colours.</summary>
/// <param name="Shared">What they share, as it is said of the one.</param>
/// <param name="Items">The products, nearest first.</param>
public sealed record SharedValue(Statement Shared, IReadOnlyList<NearbyItem> Items)
{
    /// <summary>Products below which it is no row.</summary>
    private const int Least = 2;

    /// <summary>
    /// The most telling of what is said of a product: what the fewest products of its kind show, of those that enough in other colours do.
    /// </summary>
    /// <param name="alike">The products of the same kind, as they are to the shopper.</param>
    /// <param name="like">The product.</param>
    /// <param name="count">Products at most.</param>
    internal static SharedValue? Of(IReadOnlyList<Domain.Catalog.CatalogItem> alike, Domain.Catalog.CatalogItem like, int count)
    {
        if (like.Product.Colour.Length == 0)
        {
            return null;
        }

        return like.Readings.Select(reading => reading.Statement).OfType<Statement>()
            .Select(said => (said, Showing: alike.Where(item => Search.SearchIndex.Shows(item, said.Values)).ToArray()))
            .Select(pair => (pair.said, Shown: pair.Showing.Length, Others: pair.Showing
                .Where(item => item.Product.Colour.Length > 0 && item.Product.Colour != like.Product.Colour).ToArray()))
            .Where(pair => pair.Others.Length >= Least)
            .OrderBy(pair => pair.Shown).ThenBy(pair => pair.said.FullCode, StringComparer.Ordinal)
            .Select(pair => new SharedValue(pair.said, Counterfactual.Nearest(pair.Others, like, count))).FirstOrDefault();
    }
}
