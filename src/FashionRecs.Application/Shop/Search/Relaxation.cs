using System.Numerics;

namespace FashionRecs.Application.Shop.Search;

/// <summary>Finds which words to leave out where nothing fits all of them.</summary>
internal static class Relaxation
{
    /// <summary>Criteria of which all combinations are tried; further ones go first.</summary>
    private const int Most = 8;

    /// <summary>The criteria to go without: as little as possible is lost. Empty where there is nothing to gain.</summary>
    /// <param name="criteria">All of them; those of filters stay.</param>
    /// <param name="size">Number of products of the catalog.</param>
    public static IReadOnlyList<SearchCriterion> LeftOut(IReadOnlyList<SearchCriterion> criteria, int size)
    {
        var kept = criteria.Where(criterion => criterion.Said is null)
            .Aggregate(ItemSet.All(size), (all, criterion) => all.And(criterion.Items));
        SearchCriterion[] free = [.. criteria.Where(criterion => criterion.Said is not null)
            .OrderByDescending(criterion => criterion.Cost)];
        var (tried, gone) = (free.Take(Most).ToArray(), free.Skip(Most));
        // Dropping everything is no answer to the words.
        foreach (var left in Enumerable.Range(1, Math.Max(0, (1 << tried.Length) - 2)).OrderBy(Cost))
        {
            var all = kept.Copy();
            for (var at = 0; at < tried.Length; at++)
            {
                all = (left & (1 << at)) == 0 ? all.And(tried[at].Items) : all;
            }

            if (all.Count > 0)
            {
                return [.. tried.Where((_, at) => (left & (1 << at)) != 0), .. gone];
            }
        }

        return [];

        int Cost(int left)
        {
            var cost = 0;
            for (var rest = left; rest != 0; rest &= rest - 1)
            {
                cost += tried[BitOperations.TrailingZeroCount(rest)].Cost;
            }

            return cost;
        }
    }
}
