using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Hashing;
using FashionRecs.Experiments.Interleaving;

namespace FashionRecs.Application.Shop.Rankings;

/// <summary>The first row of the start page, in which two rankings take turns.</summary>
public static class InterleavedRow
{
    /// <summary>Products that each ranking has ready for each place: the other one may take the first.</summary>
    private const int Ready = 3;

    /// <summary>
    /// The products, each with the code of the ranking that picked it; null where one of the rankings is not known (any more), so that the
    /// shop ranks as ever and nothing is logged. The same shopper, phase and seed give the same row.
    /// </summary>
    /// <param name="shop">The shop as it is for the shopper.</param>
    /// <param name="unit">The shopper.</param>
    /// <param name="phase">Seed of the phase.</param>
    /// <param name="seed">Seed of the page, which changes with what the shopper does.</param>
    public static IReadOnlyList<(CatalogItem Item, string Ranking)>? Of(ShopSnapshot shop, InterleavedRankings rankings, string unit,
        string phase, int seed)
    {
        if (HomeRankings.TryFind(rankings.A) is not { } a || HomeRankings.TryFind(rankings.B) is not { } b)
        {
            return null;
        }

        // The same garment in another colour is the same pick.
        var (first, second) = (Ideas(a), Ideas(b));
        return [.. TeamDraft.Interleave([.. first.Keys], [.. second.Keys], HomeShelves.First, AFirst)
            .Select(pick => ((pick.Team == Team.A ? first : second)[pick.Item], rankings.Of(pick.Team)))];

        bool AFirst(int round) => UnitHash.Compute($"{phase}:{seed}:{round}", unit) is < 0.5;

        OrderedDictionary<string, CatalogItem> Ideas(HomeRanking ranking)
        {
            var found = new OrderedDictionary<string, CatalogItem>(StringComparer.Ordinal);
            foreach (var item in ranking.Rank(shop, Ready * HomeShelves.First, seed))
            {
                found.TryAdd(item.Product.Idea, item);
            }

            return found;
        }
    }
}
