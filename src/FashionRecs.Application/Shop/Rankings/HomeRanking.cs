using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Shop.Rankings;

/// <summary>
/// A way of ranking the first row of the start page, to be compared with another one. Each is a sealed class of its own in this folder,
/// without parameters, and <see cref="HomeRankings"/> finds it there. Immutable and safe to share between threads.
/// </summary>
public abstract class HomeRanking
{
    /// <summary>Names the ranking in stored experiments and logs; never changes, whatever the class is called.</summary>
    public abstract string Code { get; }

    /// <summary>What researchers call it.</summary>
    public abstract string Name { get; }

    /// <summary>What decides a product's place, in one sentence for researchers.</summary>
    public abstract string Description { get; }

    /// <summary>
    /// Whether the contributions that an explanation names are what ranked a product. Where they are not, nothing may be named beside it.
    /// </summary>
    public abstract bool IsExplained { get; }

    /// <summary>The products, best first, without those that are kept from the shopper.</summary>
    /// <param name="shop">The shop as it is for one shopper.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="seed">Decides what is drawn by chance, and the order of equals.</param>
    public abstract IReadOnlyList<CatalogItem> Rank(ShopSnapshot shop, int count, int seed);
}
