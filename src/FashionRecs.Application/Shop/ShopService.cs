using FashionRecs.Application.Complements;
using FashionRecs.Application.Impressions;
using FashionRecs.Application.Research;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Ranking;
using FashionRecs.Recommenders.Complements;

namespace FashionRecs.Application.Shop;

/// <summary>The shop as its pages see it: what to show a shopper and why, and what they did. Safe to share between threads.</summary>
public sealed class ShopService(
    CatalogCache catalog, ShopperCache shoppers, IShopperStore events, IImpressionStore impressions, IExposureStore exposures, PairingService pairings, Explainer explainer, RankingOptions ranking, AttributeVocabulary vocabulary)
{
    /// <summary>The catalog as it is now.</summary>
    public Task<CatalogSnapshot> CatalogAsync(CancellationToken cancellation = default) => catalog.GetAsync(cancellation);

    /// <summary>The shopper as they are now; one who has done nothing starts from the prior.</summary>
    public Task<ShopperProfile> ShopperAsync(Guid shopper, CancellationToken cancellation = default) => shoppers.GetAsync(shopper, cancellation);

    /// <summary>A ranked page. Products the shopper likes, dislikes, hid or put into the bag are left out.</summary>
    /// <param name="shopper">For whom.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="seed">Decides exploration and the order of equals; the same seed gives the same page.</param>
    /// <param name="choice">What an experiment changes of the ranking.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<RecommendedCard>> GetRecommendationsAsync(
        Guid shopper, int count = 24, int seed = 0, RankingChoice choice = RankingChoice.AsTheShop, CancellationToken cancellation = default)
    {
        var snapshot = await catalog.GetAsync(cancellation);
        var profile = await shoppers.GetAsync(shopper, cancellation);
        var left = profile.Liked.Concat(profile.Bag).Concat(profile.Disliked).Concat(profile.Hidden).Select(snapshot.IndexOf).ToHashSet();
        var page = PageRanker.Rank(
            snapshot.Matrix, index => snapshot.Items[index].Vector, profile.State, count, choice.Change(ranking), seed,
            index => !left.Contains(index), index => snapshot.Items[index].Product.Name);
        return [.. page.Select((ranked, position) => new RecommendedCard(
            snapshot.Items[ranked.Item], explainer.Explain(snapshot.Items[ranked.Item], profile.State.Weights), position, ranked.Explored))];
    }

    /// <summary>The start page: the best products, rows for what goes with all that was chosen, for what is surely liked and for what is near the last like, and more to discover.</summary>
    /// <param name="shopper">For whom.</param>
    /// <param name="seed">As for <see cref="GetRecommendationsAsync"/>.</param>
    /// <param name="paired">What goes with what was chosen (<see cref="PairingService"/>), as far as it is known; null for none.</param>
    /// <param name="choice">What an experiment changes of the ranking.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<IReadOnlyList<HomeShelf>> HomeAsync(
        Guid shopper, int seed = 0, IReadOnlyList<Pairing>? paired = null, RankingChoice choice = RankingChoice.AsTheShop, CancellationToken cancellation = default)
    {
        var profile = await shoppers.GetAsync(shopper, cancellation);
        return HomeShelves.Of(
            await GetRecommendationsAsync(shopper, 24, seed, choice, cancellation), await catalog.GetAsync(cancellation), profile, LearnedValues.Of(profile, vocabulary), explainer, paired ?? []);
    }

    /// <summary>A product explained to a shopper, or null where the shop does not have it (any more).</summary>
    public async Task<ExplainedProduct?> ExplainAsync(Guid shopper, string product, CancellationToken cancellation = default)
    {
        var snapshot = await catalog.GetAsync(cancellation);
        if (snapshot.TryFind(product) is not { } item)
        {
            return null;
        }

        var weights = (await shoppers.GetAsync(shopper, cancellation)).State.Weights;
        var explanation = explainer.Explain(item, weights);
        return new ExplainedProduct(item, explanation, Ranker.PlaceOf(snapshot.Matrix, weights, explanation.Score), snapshot.Items.Count);
    }

    /// <summary>Learns from what a shopper did and returns them as they are then. The same event id counts once.</summary>
    /// <exception cref="InvalidDataException">The shop does not have the product, or the event lacks what its signal needs.</exception>
    public Task<ShopperProfile> RecordAsync(ShopperEvent seen, CancellationToken cancellation = default) => RecordAsync([seen], cancellation);

    /// <summary>Learns from several things that one shopper did at once, all or none of them.</summary>
    /// <exception cref="InvalidDataException">As for one; nothing is logged then.</exception>
    public async Task<ShopperProfile> RecordAsync(IReadOnlyList<ShopperEvent> seen, CancellationToken cancellation = default)
    {
        var snapshot = await catalog.GetAsync(cancellation);
        await events.AppendAsync([.. seen.Select(entry => (entry, Checked(entry, snapshot)?.Vector))]);
        return await shoppers.GetAsync(seen[0].Shopper, cancellation);
    }

    /// <summary>Logs what was on the screen, once per impression id.</summary>
    public Task<bool> ShownAsync(Impression seen) => impressions.LogAsync(seen);

    /// <summary>
    /// Undoes an event, or the last deliberate act (not an opening or passing over) where none is named. Returns the shopper as they are then.
    /// </summary>
    /// <param name="shopper">Who.</param>
    /// <param name="undone">The event, or null for the last act.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<ShopperProfile> UndoAsync(Guid shopper, Guid? undone = null, CancellationToken cancellation = default)
    {
        var standing = (await shoppers.GetAsync(shopper, cancellation)).History.Events.Select(entry => entry.Event);
        var target = undone is { } id
            ? standing.FirstOrDefault(seen => seen.Id == id)
            : standing.LastOrDefault(seen => seen.Signal.IsDeliberate());
        if (target is not null)
        {
            await events.UndoAsync(Guid.NewGuid(), shopper, target.Id);
        }

        return await shoppers.GetAsync(shopper, cancellation);
    }

    /// <summary>What was learned about each value the shopper's events touch, strongest first.</summary>
    public async Task<IReadOnlyList<LearnedValue>> LearnedAsync(Guid shopper, CancellationToken cancellation = default) =>
        LearnedValues.Of(await shoppers.GetAsync(shopper, cancellation), vocabulary);

    /// <summary>A page of the catalog with the counts of every filter.</summary>
    public async Task<CatalogPage> BrowseAsync(Guid shopper, CatalogQuery query, CancellationToken cancellation = default) => CatalogSearch.Find(
        await catalog.GetAsync(cancellation), query, (await shoppers.GetAsync(shopper, cancellation)).State.Weights, vocabulary);

    /// <summary>"Like this, but with …": nearest products that have the changed value; empty where the product is gone.</summary>
    public async Task<IReadOnlyList<NearbyItem>> LikeThisButAsync(string product, AttributeValue but, int count = 8, CancellationToken cancellation = default)
    {
        var snapshot = await catalog.GetAsync(cancellation);
        return snapshot.TryFind(product) is { } like ? Counterfactual.Find(snapshot.Items, like, but, count) : [];
    }

    /// <summary>The values "like this, but with …" can offer for a product; empty where it is gone.</summary>
    public async Task<IReadOnlyList<AttributeValue>> OffersAsync(string product, int perAttribute = 4, CancellationToken cancellation = default)
    {
        var snapshot = await catalog.GetAsync(cancellation);
        return snapshot.TryFind(product) is { } like ? Counterfactual.Offers(snapshot.Items, like, perAttribute) : [];
    }

    /// <summary>The next picture of the style quiz, whose answer would tell most; null when none is left. Answers are likes and dislikes.</summary>
    /// <param name="shopper">Who.</param>
    /// <param name="asked">Ids that were asked about or skipped.</param>
    /// <param name="seed">Decides the order of equals.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<CatalogItem?> NextQuestionAsync(Guid shopper, IEnumerable<string> asked, int seed = 0, CancellationToken cancellation = default)
    {
        var snapshot = await catalog.GetAsync(cancellation);
        var state = (await shoppers.GetAsync(shopper, cancellation)).State;
        var next = StyleQuiz.Next([.. snapshot.Items.Select(item => item.Vector)], state, asked.Select(snapshot.IndexOf).ToHashSet(), seed);
        return next < 0 ? null : snapshot.Items[next];
    }

    /// <summary>Gives an anonymous shopper's history to the account they signed in to.</summary>
    public async Task MergeAsync(Guid from, Guid into, CancellationToken cancellation = default)
    {
        await events.MergeAsync(from, into, cancellation);
        shoppers.Forget(from);
    }

    /// <summary>Really removes everything stored about a shopper.</summary>
    /// <returns>Whether nothing of it is left in the files either; else another program keeps them busy, and the next deletion overwrites it.</returns>
    public async Task<bool> DeleteAsync(Guid shopper, CancellationToken cancellation = default)
    {
        var overwritten = await events.DeleteAsync(shopper, cancellation);
        shoppers.Forget(shopper);
        pairings.Forget();
        return overwritten;
    }

    /// <summary>Everything stored about a shopper: what they did, undone or not, and what they were shown.</summary>
    public async Task<ShopperExport> ExportAsync(Guid shopper, CancellationToken cancellation = default) => new(
        shopper,
        ExportedEvent.Of(await events.LogAsync(shopper, cancellation)),
        await impressions.OfShopperAsync(shopper, cancellation),
        [.. (await LearnedAsync(shopper, cancellation)).Select(learned => new ExportedWeight(learned.Value.FullCode(), learned.Weight, learned.Deviation))])
    {
        Experiments = [.. (await exposures.OfUnitWithOutcomesAsync(shopper.ToString(), cancellation)).Select(seen => new ExportedExposure(
            seen.Exposure.Experiment, seen.Exposure.Arm, seen.Exposure.At, seen.Exposure.Product, seen.Exposure.Position, seen.Exposure.Reason, seen.Outcomes))],
    };

    /// <summary>The product of an event that may be logged, or null where it has none.</summary>
    private CatalogItem? Checked(ShopperEvent seen, CatalogSnapshot snapshot)
    {
        var item = seen.ProductId is { } id ? snapshot.TryFind(id) ?? throw new InvalidDataException($"The shop no longer has the product '{id}'.") : null;
        return EventRules.Broken(seen, vocabulary) is { } broken ? throw new InvalidDataException(broken) : item;
    }
}
