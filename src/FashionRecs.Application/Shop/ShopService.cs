using FashionRecs.Application.Complements;
using FashionRecs.Application.Files;
using FashionRecs.Application.Impressions;
using FashionRecs.Application.Research;
using FashionRecs.Application.Shop.Search;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Preferences;

namespace FashionRecs.Application.Shop;

/// <summary>
/// The shop as its pages see it: what to show a shopper and why (<see cref="ShopSnapshot"/>), and what they did. Safe to share between
/// threads.
/// </summary>
public sealed class ShopService(
    CatalogCache catalog, ShopperCache shoppers, IShopperStore events, IImpressionStore impressions, IExposureStore exposures,
        PairingService pairings, DeletedShoppers deleted, FileRewriting rewriting, Explainer explainer, ShopRanking ranking,
        AttributeVocabulary vocabulary)
{
    /// <summary>The catalog as it is now.</summary>
    public Task<CatalogSnapshot> CatalogAsync(CancellationToken cancellation = default) => catalog.GetAsync(cancellation);

    /// <summary>
    /// Searches that go on from what is written in the field for words; the same for everybody who reads a language, which is a code such
    /// as "en".
    /// </summary>
    public async Task<IReadOnlyList<SearchSuggestion>> SuggestAsync(string written, string language, int count = 8,
        CancellationToken cancellation = default) =>
        SearchSuggestions.Of(await catalog.GetAsync(cancellation), written, language, count, vocabulary);

    /// <summary>The shopper as they are now; one who has done nothing starts from the prior.</summary>
    public Task<ShopperProfile> ShopperAsync(Guid shopper, CancellationToken cancellation = default) =>
        shoppers.GetAsync(shopper, cancellation);

    /// <summary>The shop as it is for a shopper now; asks each cache once.</summary>
    public async Task<ShopSnapshot> OpenAsync(Guid shopper, CancellationToken cancellation = default) => ranking.Open(
        await catalog.GetAsync(cancellation), await shoppers.GetAsync(shopper, cancellation), await pairings.EvidenceAsync(cancellation));

    /// <summary>Learns from what a shopper did and returns them as they are then. The same event id counts once.</summary>
    /// <exception cref="InvalidDataException">The shop does not have the product, or the event lacks what its signal needs.</exception>
    public Task<ShopperProfile> RecordAsync(ShopperEvent seen, CancellationToken cancellation = default) =>
        RecordAsync([seen], cancellation);

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
    /// Undoes an event, or the last deliberate act (not an opening or passing over) where none is named. Returns the shopper as they are
    /// then.
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
            await events.UndoAsync(shopper, [target.Id]);
        }

        return await shoppers.GetAsync(shopper, cancellation);
    }

    /// <summary>
    /// Takes back all that a shopper did to a product in some ways, in one step however often they did it. Returns the shopper as they are
    /// then.
    /// </summary>
    public async Task<ShopperProfile> TakeBackAsync(Guid shopper, string? product, IReadOnlyCollection<PreferenceSignal> done,
        CancellationToken cancellation = default)
    {
        Guid[] undone = [.. (await shoppers.GetAsync(shopper, cancellation)).History.Events.Select(entry => entry.Event)
            .Where(happened => done.Contains(happened.Signal) && happened.ProductId == product).Select(happened => happened.Id)];
        await events.UndoAsync(shopper, undone);
        return await shoppers.GetAsync(shopper, cancellation);
    }

    /// <summary>Gives an anonymous shopper's history to the account they signed in to.</summary>
    public async Task MergeAsync(Guid from, Guid into, CancellationToken cancellation = default)
    {
        await events.MergeAsync(from, into, cancellation);
        shoppers.Forget(from);
    }

    /// <summary>Really removes everything stored about a shopper.</summary>
    /// <returns>Whether there was anything; then the files are rewritten soon (<see cref="FileRewriting"/>). Whoever has nothing stored
    /// costs nothing.</returns>
    public async Task<bool> DeleteAsync(Guid shopper, CancellationToken cancellation = default)
    {
        if (!await events.DeleteAsync(shopper, cancellation))
        {
            return false;
        }

        await deleted.ForgetAsync(shopper);
        await rewriting.AskAsync(cancellation);
        return true;
    }

    /// <summary>
    /// Everything stored about a shopper: what they did, undone or not, and what they were shown. What they did is read while it is written
    /// out.
    /// </summary>
    public async Task<ShopperExport> ExportAsync(Guid shopper, CancellationToken cancellation = default) => new(
        shopper,
        ExportedEvent.Of(events.LogAsync(shopper, cancellation), await events.UndoneAsync(shopper, cancellation)),
        await impressions.OfShopperAsync(shopper, cancellation),
        [.. LearnedValues.Of(await shoppers.GetAsync(shopper, cancellation), vocabulary, explainer.Options)
            .Where(learned => learned.Family is null)
            .Select(learned => new ExportedWeight(learned.Value.FullCode(), learned.Weight, learned.Deviation))])
    {
        Experiments = [.. (await exposures.OfUnitWithOutcomesAsync(shopper.ToString(), cancellation)).Select(seen => new ExportedExposure(
            seen.Exposure.Experiment, seen.Exposure.Arm, seen.Exposure.At, seen.Exposure.Product, seen.Exposure.Position,
            seen.Exposure.Reason, seen.Outcomes))],
    };

    /// <summary>The product of an event that may be logged, or null where it has none.</summary>
    private CatalogItem? Checked(ShopperEvent seen, CatalogSnapshot snapshot)
    {
        var item = seen.ProductId is { } id ? snapshot.TryFind(id) ?? throw new InvalidDataException("The shop no longer has this product.")
            : null;
        return EventRules.Broken(seen, vocabulary) is { } broken ? throw new InvalidDataException(broken) : item;
    }
}
