using FashionRecs.Domain.Catalog;

namespace FashionRecs.Recommenders.Complements;

/// <summary>
/// Picks a row that is not one idea many times over: a garment in one colour only, none that is another colour of something chosen, two of
/// a type where there are others.
/// </summary>
public static class PairingRow
{
    private const int MostOfAType = 2;

    /// <summary>The row, best first; shorter than asked for where too few may be shown.</summary>
    /// <param name="best">What was found, best first.</param>
    /// <param name="chosen">What it was found for.</param>
    /// <param name="mayShow">Whether a product may stand in the row.</param>
    /// <param name="count">Length of the row.</param>
    public static IReadOnlyList<Pairing> Pick(IReadOnlyList<Pairing> best, IEnumerable<CatalogItem> chosen, Predicate<CatalogItem> mayShow,
        int count)
    {
        var ideas = chosen.SelectMany(Ideas).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Pairing[] different =
            [.. best.Where(pairing => mayShow(pairing.Item) && !Ideas(pairing.Item).Any(ideas.Contains) && Ideas(pairing.Item)
            .All(ideas.Add))];
        var types = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var first = different.Where(pairing => pairing.Item.Product.Type is var type
            && (type.Length == 0 || (types[type] = types.GetValueOrDefault(type) + 1) <= MostOfAType)).Take(count).ToHashSet();
        var taken = first.Concat(different.Where(pairing => !first.Contains(pairing))).Take(count).ToHashSet();
        return [.. different.Where(taken.Contains)];
    }

    /// <summary>What two versions of one garment have in common.</summary>
    private static IEnumerable<string> Ideas(CatalogItem item) => [$"name {item.Product.Idea}", $"picture {item.Product.Picture}"];
}
