using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Application.Shop;

/// <summary>
/// A made-up shopper with a taste, for looking at explanations where nobody's taste is known: they like eight products with one value in
/// common and hid one without it. The same catalog makes the same shopper. Safe to share between threads.
/// </summary>
public sealed class SampleShopper(ShopperLearner learner)
{
    private const int Likes = 8;

    /// <summary>Of a catalog that is not in memory, how many products are looked at.</summary>
    private const int Looked = 2_000;
    private Made? last;

    /// <summary>The shopper; somebody without a taste where the catalog shows nothing in common.</summary>
    public ShopperProfile Of(CatalogSnapshot catalog)
    {
        var made = last is { } known && known.Catalog == catalog && known.Nobody == learner.Nobody ? known
            : new Made(catalog, learner.Nobody, Make(catalog));
        last = made;
        return made.Shopper;
    }

    private ShopperProfile Make(CatalogSnapshot catalog)
    {
        var items = catalog.IsHeld ? catalog.Items : [.. catalog.Items.Take(Looked)];
        // What half of the products have says little of a taste.
        var liked = items.SelectMany(Shown).CountBy(value => value).Where(value => 2 * value.Value <= items.Count)
            .OrderByDescending(value => value.Value).ThenBy(value => value.Key.Index).Select(value => value.Key).FirstOrDefault();
        if (liked is null)
        {
            return learner.Of(new ShopperHistory(0, []));
        }

        var likes = items.Where(item => Shown(item).Contains(liked)).Take(Likes).Select(item => Did(item, PreferenceSignal.Like));
        var hides = items.Where(item => !Shown(item).Contains(liked)).Take(1).Select(item => Did(item, PreferenceSignal.Hide));
        (ShopperEvent, PreferenceEvent)[] events = [.. likes.Concat(hides)
            .Select((act, at) => (act.Event with { Id = new Guid(at + 1, 0, 0, new byte[8]) }, act.Learned))];
        return learner.Of(new ShopperHistory(events.Length, events));
    }

    private sealed record Made(CatalogSnapshot Catalog, ShopperProfile Nobody, ShopperProfile Shopper);

    private static IEnumerable<AttributeValue> Shown(CatalogItem item) => item.Readings
        .Where(reading => reading.Region is not null && reading.Visible >= Visibility.Shown
            && reading.Probabilities[reading.Top.Position] >= Visibility.Shown)
        .Select(reading => reading.Top);

    private static (ShopperEvent Event, PreferenceEvent Learned) Did(CatalogItem item, PreferenceSignal signal) =>
        (new ShopperEvent(Guid.Empty, Guid.Empty, signal, item.Product.Id), new PreferenceEvent(signal, item.Vector));
}
