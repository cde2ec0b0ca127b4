using FashionRecs.Application.Research;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
using FashionRecs.Web.Shop.Arms;
using FashionRecs.Web.Shop.Clicks;

namespace FashionRecs.Web.Api.Events;

/// <summary>Tells running experiments of likes, bags and hides, as clicks on the pages do. Thread-safe.</summary>
internal sealed class EventOutcomes(ClickOutcomes outcomes, RunningExperiments running)
{
    private static readonly PreferenceSignal[] Told = [PreferenceSignal.Like, PreferenceSignal.Bag, PreferenceSignal.Hide];

    /// <summary>Tells of events that were kept.</summary>
    /// <param name="kept">The events of one shopper, oldest first.</param>
    /// <param name="before">The shopper before them.</param>
    /// <param name="after">The shopper after them.</param>
    /// <param name="shown">What a recommendation said to hand back, per event; null where none did.</param>
    public async Task TellAsync(IReadOnlyList<ShopperEvent> kept, ShopperProfile before, Func<Task<ShopperProfile>> after,
        Func<ShopperEvent, string?> shown)
    {
        if (!kept.Any(seen => Told.Contains(seen.Signal)) || (await running.AllAsync()).Count == 0)
        {
            return;
        }

        var opened = new HashSet<string?>(StringComparer.Ordinal);
        foreach (var seen in kept)
        {
            if (seen.Signal == PreferenceSignal.View)
            {
                opened.Add(seen.ProductId);
            }
            else if (Told.Contains(seen.Signal))
            {
                var click = new ClickMessage(seen.Id, seen.Signal.ToString(), seen.ProductId, null, seen.Position, null, null, null,
                    shown(seen), null, seen.Impression);
                // A product that was opened in the same batch was opened before.
                await outcomes.WriteAsync(click, seen.Shopper, opened.Contains(seen.ProductId) ? await after() : before);
            }
        }
    }
}
