using FashionRecs.Core.Catalog;
using FashionRecs.Core.Explanations;
using FashionRecs.Core.Preferences;
using FashionRecs.Core.Ranking;

namespace FashionRecs.Web.Shop.Taste;

/// <summary>A product on a page and why it stands there.</summary>
public sealed record Recommendation(CatalogItem Item, Explanation Why);

/// <summary>
/// Picks the products of a page: highest score first, but none that looks in words just like several before it, and none the shopper knows well already.
/// Thread-safe.
/// </summary>
public sealed class Recommender(Explainer explainer, RankingOptions options)
{
    /// <summary>The best products for a shopper.</summary>
    /// <param name="catalog">The products.</param>
    /// <param name="taste">What is known of the shopper.</param>
    /// <param name="count">How many at most.</param>
    public IReadOnlyList<Recommendation> Pick(CatalogSnapshot catalog, ShopperTaste taste, int count)
    {
        var weights = taste.State.Weights;
        var known = Known(taste);
        var pool = Ranker.Top(catalog.Matrix, weights, count * options.Pool, index => !known.Contains(catalog.Items[index].Product.Id));
        var chosen = new List<CatalogItem>();
        var left = pool.Select(place => (Item: catalog.Items[place.Item], place.Score)).ToList();
        var spread = pool.Length > 1 ? Math.Max(1e-3f, pool[0].Score - pool[^1].Score) : 1;
        while (chosen.Count < count && left.Count > 0)
        {
            var best = left.MaxBy(candidate => Worth(candidate.Item, (candidate.Score - pool[^1].Score) / spread, chosen));
            chosen.Add(best.Item);
            left.Remove(best);
        }

        return [.. chosen.Select(item => new Recommendation(item, explainer.Explain(item, weights)))];
    }

    /// <summary>Why a product has its score for a shopper.</summary>
    public Explanation Explain(CatalogItem item, ShopperTaste taste) => explainer.Explain(item, taste.State.Weights);

    /// <summary>Maximal marginal relevance; scores and likeness are both in [0, 1] here.</summary>
    private double Worth(CatalogItem item, double relevance, List<CatalogItem> chosen)
    {
        var likeness = 0.0;
        foreach (var other in chosen)
        {
            likeness = Math.Max(likeness, Likeness(item, other));
        }

        return ((1 - options.Diversity) * relevance) - (options.Diversity * likeness);
    }

    /// <summary>The same picture or product in another colour is the same thing; else how alike the words and the kind are.</summary>
    private static double Likeness(CatalogItem left, CatalogItem right)
    {
        if (left.Product.Picture == right.Product.Picture || left.Product.Name == right.Product.Name)
        {
            return 1;
        }

        double both = 0, one = 0, other = 0;
        for (var value = 0; value < left.Vector.Length; value++)
        {
            both += left.Vector[value] * right.Vector[value];
            one += left.Vector[value] * left.Vector[value];
            other += right.Vector[value] * right.Vector[value];
        }

        var words = one > 0 && other > 0 ? both / Math.Sqrt(one * other) : 0;
        return (0.5 * words) + (left.Product.Type == right.Product.Type ? 0.2 : 0) + (left.Product.Colour == right.Product.Colour ? 0.1 : 0);
    }

    private static HashSet<string> Known(ShopperTaste taste) => [.. taste.Hidden, .. taste.Liked, .. taste.Bag];
}
