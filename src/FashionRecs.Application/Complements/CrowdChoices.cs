using FashionRecs.Recommenders.Complements;

namespace FashionRecs.Application.Complements;

/// <summary>
/// Picks the choices that others may be told of, so that nobody can say something to all by making up shoppers, and nobody's own choice can
/// be told from what is said.
/// </summary>
public static class CrowdChoices
{
    /// <summary>The choices that count, in their order.</summary>
    /// <param name="log">All choices that stand, oldest first.</param>
    /// <param name="options">Whose count.</param>
    /// <param name="now">The time.</param>
    public static IReadOnlyList<ShopperChoice> Admit(IReadOnlyList<LoggedChoice> log, CrowdOptions options, DateTimeOffset now)
    {
        var latest = now - TimeSpan.FromHours(options.LeastAgeHours);
        var known = log.Where(entry => entry.Since <= latest).ToArray();
        var bounded = Latest(known, options.MostPerShopper);
        // The first of them, so that those who come later cannot push an honest one out.
        var independent = options.OncePerOrigin
            ? bounded.DistinctBy(entry => (entry.Origin ?? entry.Choice.Shopper, entry.Choice.Product)).ToArray()
            : bounded;
        var enough = independent.GroupBy(entry => entry.Choice.Product)
            .Where(group => group.DistinctBy(entry => entry.Choice.Shopper).Count() >= options.Least)
            .Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        return [.. independent.Where(entry => enough.Contains(entry.Choice.Product)).Select(entry => entry.Choice)];
    }

    private static LoggedChoice[] Latest(LoggedChoice[] known, int most)
    {
        var counted = new Dictionary<string, int>(StringComparer.Ordinal);
        var kept = new bool[known.Length];
        for (var at = known.Length - 1; at >= 0; at--)
        {
            var shopper = known[at].Choice.Shopper;
            kept[at] = (counted[shopper] = counted.GetValueOrDefault(shopper) + 1) <= most;
        }

        return [.. known.Where((_, at) => kept[at])];
    }
}
