namespace FashionRecs.Web.Shop.Browse;

/// <summary>Which pages of many are named: the first, the last, and those about the ones that are shown.</summary>
public static class PageNumbers
{
    /// <summary>The numbers, rising; null stands for pages that are left out.</summary>
    /// <param name="first">The first page that is shown, from 1.</param>
    /// <param name="last">The last page that is shown, at least <paramref name="first"/>.</param>
    /// <param name="count">How many pages there are.</param>
    public static IEnumerable<int?> Around(int first, int last, int count)
    {
        var named = new[] { 1, first - 1, first, last, last + 1,
            count }.Concat(last - first < 5 ? Enumerable.Range(first, last - first + 1) : [])
            .Where(number => number >= 1 && number <= count).Distinct().Order().ToArray();
        for (var at = 0; at < named.Length; at++)
        {
            // A gap of one page is named: the dots would take as much room.
            switch (at == 0 ? 1 : named[at] - named[at - 1])
            {
                case 2:
                    yield return named[at] - 1;
                    break;
                case > 2:
                    yield return null;
                    break;
            }

            yield return named[at];
        }
    }
}
