using System.Collections.Concurrent;
using System.Globalization;
using FashionRecs.Application.Complements;
using FashionRecs.Application.Shop.Columns;
using FashionRecs.Application.Shop.Search;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Ranking;
using FashionRecs.Recommenders.Complements;
using FashionRecs.Application.Shop.WhyNot;

namespace FashionRecs.Application.Shop;

/// <summary>
/// The shop as it is for one shopper at one moment: whatever a page shows of it comes from the same catalog and the same profile, and a
/// product is explained once. Safe to share between threads.
/// </summary>
public sealed class ShopSnapshot(
    CatalogSnapshot catalog, ShopperProfile shopper, ShopperLearner shoppers, Explainer explainer, RankingOptions ranking,
        AttributeVocabulary vocabulary,
    Func<PairingQuestion, ShopperEvidence?> evidenceOf) : IExplainedSum
{
    /// <summary>Products that are read together where it is not known how many are wanted.</summary>
    private const int Portion = 24;

    private readonly SnapshotEvidence evidence = new(evidenceOf, catalog, shopper, PairingQuestion.Of(shopper));
    private readonly AlikePlaces alike = new(catalog);
    private readonly ConcurrentDictionary<CatalogItem, Explanation> explained = new(ReferenceEqualityComparer.Instance);

    /// <summary>The catalog.</summary>
    public CatalogSnapshot Catalog => catalog;

    /// <summary>The shopper; one who has done nothing starts from the prior.</summary>
    public ShopperProfile Shopper => shopper;

    /// <summary>
    /// What may be used of the shopper to pick and to explain: all that is known, or nothing where they asked for the same as everybody
    /// gets.
    /// </summary>
    public ShopperProfile Known { get; } = shopper.SameForEverybody ? shoppers.Nobody : shopper;

    /// <summary>How sure a liking must be to be named, in [0.5, 1].</summary>
    public double LeastCertainty => explainer.Options.LeastCertainty;

    /// <summary>What the evidence beside the picture counts for the shopper; empty where they chose nothing yet, or asked for the same as
    /// everybody gets.</summary>
    public IReadOnlyList<EvidenceWeight> EvidenceWeights => shopper.SameForEverybody ? [] : evidence.Weights;

    /// <summary>
    /// The shop as it is now for the shopper as they were at another moment, so that an open list can go on in its order.
    /// </summary>
    public ShopSnapshot As(ShopperProfile then) =>
        then == shopper ? this : new(catalog, then, shoppers, explainer, ranking, vocabulary, evidenceOf);

    /// <summary>The shop as it is for whoever asked for the same as everybody gets.</summary>
    public ShopSnapshot ForEverybody() => As(shoppers.Everybody);

    /// <summary>A product as it is to the shopper: without what they say it does not have.</summary>
    public CatalogItem Seen(CatalogItem item) =>
        shopper.Denied(item.Product.Id) is { Count: > 0 } denied ? item.Without(vocabulary, denied) : item;

    /// <summary>Why a product has its score for the shopper.</summary>
    public Explanation Explain(CatalogItem item) =>
        explained.GetOrAdd(item, item => explainer.Explain(Seen(item), Known.State, evidence.Of(item)));

    /// <summary>The score that ranks a product for the shopper: the sum of all contributions.</summary>
    public float Score(CatalogItem item) => Known.State.Weights.Score(item.Vector) + evidence.TotalOf(item);

    /// <summary>The part of the score that does not come from the picture, of the product at a place.</summary>
    public float ScoreBeside(int place) => evidence.Totals?[place] ?? 0;

    /// <summary>The score that ranks each product for the shopper; (products of the catalog).</summary>
    public float[] Scores()
    {
        var scores = new float[catalog.Items.Count];
        var score = Scoring(scores.Length);
        for (var place = 0; place < scores.Length; place++)
        {
            scores[place] = score(place, null);
        }

        return scores;
    }

    /// <summary>The products that show a value to the shopper, best first; read by and by.</summary>
    internal IEnumerable<CatalogItem> BestOf(AttributeValue value)
    {
        var seen = catalog.Placed([.. shopper.WithDenials.Select(catalog.IndexOf).Where(place => place >= 0)])
            .ToDictionary(found => found.Place, found => Seen(found.Item));
        int[] places = [.. Enumerable.Range(0, catalog.Items.Count)
            .Where(place => (seen.Count > 0 && seen.TryGetValue(place, out var own) ? own.Vector.Quanta[value.Index]
                : catalog.Matrix.Quanta(place, value.Index)) >= Visibility.Shown * ItemVector.Scale)];
        var score = Scoring(places.Length);
        var keys = Array.ConvertAll(places, place => ItemOrder.Key(0, score(place, seen.GetValueOrDefault(place)), place));
        for (var skip = 0; skip < keys.Length; skip += Portion)
        {
            foreach (var (place, item) in catalog.Placed(ItemOrder.Page(keys, skip, Portion)))
            {
                yield return seen.GetValueOrDefault(place) ?? item;
            }
        }
    }

    /// <inheritdoc/>
    public int PlaceOf(CatalogItem item) => Ranker.PlaceOf(catalog.Matrix, Known.State.Weights, Explain(item).Score, evidence.Totals);

    /// <summary>What keeps a product from the first page of the shopper's picks; null where the shop does not have it (any more).</summary>
    /// <param name="product">The product.</param>
    /// <param name="seed">As for <see cref="Recommend"/>.</param>
    public WhyNotThis? WhyNot(string product, int seed = 0) =>
        catalog.TryFind(product) is { } item ? WhyNotThis.Of(Before(product), item, Known, seed) : null;

    /// <summary>The shop as it was before its shopper opened a product's page.</summary>
    private ShopSnapshot Before(string product)
    {
        var state = shoppers.Without(Known, Opened);
        return state == Known.State ? this
            : As(new ShopperProfile(shopper.History with { Events = [.. shopper.History.Events.Where(entry => !Opened(entry.Event))] },
                state));

        bool Opened(Shoppers.ShopperEvent seen) => seen.Signal == PreferenceSignal.View && seen.ProductId == product;
    }

    /// <summary>A product explained, with its place, or null where the shop does not have it (any more).</summary>
    public ExplainedProduct? Explain(string product)
    {
        if (catalog.TryFind(product) is not { } item)
        {
            return null;
        }

        // Opening the page is an act too; a reason rests on what was known before, or the page would make its own.
        var state = shoppers.Without(Known, seen => seen.Signal == PreferenceSignal.View && seen.ProductId == product);
        // What is chosen already is no evidence for itself either, nor for what evidence counts.
        var beside = evidence.Without(item);
        var explanation = state == Known.State && beside == evidence
            ? Explain(item) : explainer.Explain(Seen(item), state, beside.Of(item));
        var place = Ranker.PlaceOf(catalog.Matrix, state.Weights, explanation.Score, beside.Totals);
        return new ExplainedProduct(item, explanation, place, catalog.Items.Count);
    }

    /// <summary>A ranked page. Products the shopper likes, dislikes, hid or put into the bag are left out, and so is what
    /// has no garment in its picture, until a person has looked.</summary>
    /// <param name="count">How many at most.</param>
    /// <param name="seed">Decides exploration and the order of equals; the same seed gives the same page.</param>
    /// <param name="choice">What an experiment changes of the ranking.</param>
    public IReadOnlyList<RecommendedCard> Recommend(int count = 24, int seed = 0, RankingChoice choice = RankingChoice.AsTheShop) =>
        Rank(count, seed, choice, null);

    /// <summary>A ranked page of the products that a filter lets through.</summary>
    /// <param name="query">The filter; its order and part of the list do not count.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="seed">As for the page without a filter.</param>
    public IReadOnlyList<RecommendedCard> RecommendAmong(CatalogQuery query, int count, int seed)
    {
        var page = Browse(query with { Order = CatalogOrder.PriceUp, Skip = 0, Take = 0 });
        // A search that finds nothing goes on with less of what was asked; a filter does not.
        return Rank(count, seed, RankingChoice.AsTheShop, page.LeftOut.Count > 0 ? _ => false : place => page.Matching[place]);
    }

    /// <summary>
    /// Seed of what is drawn by chance on the first page: the same for the same state, so that a page that is opened again is the same
    /// page.
    /// </summary>
    /// <param name="id">The shopper's number.</param>
    /// <param name="today">The day, on which alone it hangs for whoever asked for the same as everybody.</param>
    public static int SeedOf(Guid id, ShopperProfile profile, DateOnly today) =>
        profile.SameForEverybody ? today.DayNumber : id.GetHashCode() ^ profile.History.Events.Count;

    /// <summary>
    /// The products that are not recommended to the shopper, by why; one that is left out for several reasons stands below the first.
    /// </summary>
    public IReadOnlyList<(WithheldReason Reason, IReadOnlyList<string> Products)> Withheld()
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        return [.. LeftOut().Select(group => (group.Reason,
            (IReadOnlyList<string>)[.. group.Products.Where(id => catalog.IndexOf(id) >= 0 && named.Add(id))
            .Order(StringComparer.Ordinal)]))
            .Where(group => group.Item2.Count > 0)];
    }

    /// <summary>The products that no row of recommendations shows the shopper, beside those without a garment.</summary>
    internal IEnumerable<string> NotRecommended() => OfShopper().SelectMany(group => group.Products);

    private IEnumerable<(WithheldReason Reason, IEnumerable<string> Products)> LeftOut() =>
        OfShopper().Append((WithheldReason.NoGarment, catalog.WithoutGarment.Select(catalog.IdAt)));

    private (WithheldReason Reason, IEnumerable<string> Products)[] OfShopper() =>
    [
        (WithheldReason.InBag, Known.Bag), (WithheldReason.Liked, Known.Liked), (WithheldReason.Hidden, Known.Hidden),
        (WithheldReason.Disliked, Known.Disliked),
        (WithheldReason.Denied, Known.WithDenials.Where(LosesByDenial)),
    ];

    private RecommendedCard[] Rank(int count, int seed, RankingChoice choice, Func<int, bool>? fits)
    {
        var left = NotRecommended().Select(catalog.IndexOf).ToHashSet();
        var without = catalog.Columns.WithoutGarment;
        var page = PageRanker.Rank(
            catalog.Matrix, index => catalog.Matrix[index], Known.State, count,
            (shopper.SameForEverybody ? RankingChoice.WithoutExploration : choice).Change(ranking), seed,
            index => without[index] == 0 && !left.Contains(index) && fits?.Invoke(index) != false,
            index => catalog.Columns.Ideas[index].ToString(CultureInfo.InvariantCulture), evidence.Totals, evidence.Draw);
        var explored = page.Where(ranked => ranked.Explored).Select(ranked => ranked.Item).ToHashSet();
        return [.. catalog.Placed([.. page.Select(ranked => ranked.Item)]).Select((found, position) =>
            new RecommendedCard(found.Item, Explain(found.Item), position, explored.Contains(found.Place)))];
    }

    /// <summary>
    /// The start page: the best products, rows for what is surely liked and for what is near the last like, and more to discover.
    /// </summary>
    /// <param name="seed">As for <see cref="Recommend"/>.</param>
    /// <param name="choice">What an experiment changes of the ranking.</param>
    /// <param name="first">The first row, where an experiment makes it; null for the best of the page.</param>
    public IReadOnlyList<HomeShelf> Home(int seed = 0, RankingChoice choice = RankingChoice.AsTheShop,
        IReadOnlyList<CatalogItem>? first = null) =>
        HomeShelves.Of(this, Recommend(24, seed, choice), shopper.SameForEverybody ? [] : Learned(), first);

    /// <summary>A page of the catalog with the counts of every filter.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="ordered">Ids of the order's beginning to hand out with it, at least 0.</param>
    public CatalogPage Browse(CatalogQuery query, int ordered = 0) =>
        CatalogSearch.Find(catalog, query, shopper.WithDenials, Seen, Scoring, vocabulary, ordered);

    /// <summary>
    /// Scores some products by their places and as they are to the shopper; many are worked out together, which gives the same numbers.
    /// </summary>
    /// <returns>Takes a product's place, and the product as it is to the shopper where that differs from the catalog.</returns>
    internal Func<int, CatalogItem?, float> Scoring(int count)
    {
        var (weights, totals) = (Known.State.Weights, evidence.Totals);
        if (count < ItemMatrix.BlockSize)
        {
            return (place, item) => weights.Score(item?.Vector ?? catalog.Matrix[place]) + (totals?[place] ?? 0);
        }

        var scores = new float[catalog.Matrix.Blocks * ItemMatrix.BlockSize];
        for (var block = 0; block < catalog.Matrix.Blocks; block++)
        {
            catalog.Matrix.Score(block, weights, scores.AsSpan(block * ItemMatrix.BlockSize, ItemMatrix.BlockSize));
        }

        return (place, item) => (item is null ? scores[place] : weights.Score(item.Vector)) + (totals?[place] ?? 0);
    }

    /// <summary>What was learned about each value the shopper's events touch, strongest first.</summary>
    public IReadOnlyList<LearnedValue> Learned() => LearnedValues.Of(shopper, vocabulary, explainer.Options);

    /// <summary>
    /// Whether a product would rank higher by what the shopper says it does not have: then it is not recommended to them.
    /// </summary>
    private bool LosesByDenial(string product) =>
        catalog.TryFind(product) is { } item && Known.State.Weights.Score(Seen(item).Vector) < Known.State.Weights.Score(item.Vector);

    /// <summary>"Like this, but with …": nearest products that have the changed value; empty where the product is gone.</summary>
    public IReadOnlyList<NearbyItem> LikeThisBut(string product, AttributeValue but, int count = 8) =>
        catalog.TryFind(product) is { } like ? Counterfactual.Find(alike.With(like, but).Select(Seen), Seen(like), but, count) : [];

    /// <summary>"Like this, but a little longer": nearest products that surely are; empty where the product is gone.</summary>
    public IReadOnlyList<NearbyItem> LikeThisBut(string product, LengthChange change, int count = 8) =>
        catalog.TryFind(product) is { } like
            ? LengthCounterfactual.Find(alike.With(like, change).Select(Seen), Seen(like), change, count) : [];

    /// <summary>The changes of length that some other product of the same kind answers; empty where the product is gone.</summary>
    public IReadOnlyList<LengthChange> LengthOffers(string product)
    {
        if (catalog.TryFind(product) is not { } like)
        {
            return [];
        }

        LengthChange[] changes = [.. vocabulary.Attributes.Where(attribute => attribute.IsLength && Seen(like).Shows(attribute))
            .SelectMany(attribute => new LengthChange[] { new(attribute, false), new(attribute, true) })];
        var few = alike.FewWith(like, changes);
        return [.. changes.Where(change => LengthCounterfactual.IsAnswered(few[change].Select(Seen), Seen(like), change))];
    }

    /// <summary>
    /// The products of the same kind that differ least from one, sold or withdrawn, nearest first; empty where it is gone.
    /// </summary>
    public IReadOnlyList<NearbyItem> Similar(string product, int count = 8) =>
        catalog.TryFindAny(product) is { } like ? Counterfactual.Nearest(alike.To(like, count).Select(Seen), Seen(like), count) : [];

    /// <summary>
    /// What is most telling of a product, with the products of the same kind that share it in other colours; null where there are none.
    /// </summary>
    public SharedValue? InOtherColours(string product, int count = 4) =>
        catalog.TryFind(product) is { } like
            ? SharedValue.Of([.. alike.OfOtherColours(like).Select(Seen).Where(item => item.Product.Id != product)], Seen(like), count)
            : null;

    /// <summary>The values "like this, but with …" can offer for a product; empty where it is gone.</summary>
    public IReadOnlyList<AttributeValue> Offers(string product, int perAttribute = 4) =>
        catalog.TryFind(product) is { } like ? alike.Offers(like, Seen, perAttribute) : [];

    /// <summary>The next picture of the style quiz, the one whose answer would tell most; null when none is left.</summary>
    /// <param name="asked">Ids that were asked about or skipped.</param>
    /// <param name="seed">Decides the order of equals.</param>
    public CatalogItem? NextQuestion(IEnumerable<string> asked, int seed = 0)
    {
        var left = asked.Select(catalog.IndexOf).Concat(catalog.WithoutGarment).ToHashSet();
        var next = StyleQuiz.Next(catalog.Items.Count, index => catalog.Matrix[index], shopper.State, left, seed);
        return next < 0 ? null : catalog.At([next]) is [var found] ? found : null;
    }
}
