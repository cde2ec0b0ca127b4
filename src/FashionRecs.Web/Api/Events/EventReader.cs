using System.Text.Json;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;
using FashionRecs.Web.Api.Keys;
using FashionRecs.Web.Api.Protocol;
using FashionRecs.Web.Limits;

namespace FashionRecs.Web.Api.Events;

/// <summary>Turns messages into events of shoppers, or says what is wrong with them, and keeps those that are right. Thread-safe.</summary>
internal sealed class EventReader(ShopService shop, EventOutcomes outcomes, LimitOptions limits, TimeProvider time)
{
    private const string Purchase = "purchase";
    private const int LongestText = 200;
    private const int LastPosition = 10_000;

    /// <summary>How far a clock elsewhere may be ahead.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    private static readonly PreferenceSignal[] Taken =
    [
        PreferenceSignal.View, PreferenceSignal.Like, PreferenceSignal.Dislike, PreferenceSignal.Hide, PreferenceSignal.Bag,
        PreferenceSignal.Skipped, PreferenceSignal.More,
        PreferenceSignal.Less, PreferenceSignal.Deny,
    ];

    /// <summary>What a purchase tells of a taste is what a bag tells; where somebody pays, the shop does not know.</summary>
    private static PreferenceSignal? SignalOf(string kind) =>
        kind.Equals(Purchase, StringComparison.OrdinalIgnoreCase) ? PreferenceSignal.Bag : PreferenceSignals.TryRead(kind);

    /// <summary>One message of a batch, which may be anything.</summary>
    /// <exception cref="ApiRefusedException">It is no event; the message says why.</exception>
    public ReadEvent Read(JsonElement row, ApiCaller caller, int index)
    {
        var message = JsonBatch.TryRead<EventMessage>(row);
        return message is null
            ? throw ApiRefusedException.Bad("It is no event: a field is missing or of another kind.") : Read(message, caller, index);
    }

    /// <summary>One message.</summary>
    /// <exception cref="ApiRefusedException">It makes no sense; the message says why.</exception>
    public ReadEvent Read(EventMessage message, ApiCaller caller, int index = 0)
    {
        var signal = SignalOf(message.Kind ?? "");
        return message.Id == Guid.Empty ? throw ApiRefusedException.Bad("An event needs an id of its own.")
            : signal is not { } known || !Taken.Contains(known)
                ? throw ApiRefusedException.Bad("Its kind must be one of view, like, dislike, hide, bag, purchase, "
                    + "skipped, more, less and deny.")
            : message.At > time.GetUtcNow() + Ahead ? throw ApiRefusedException.Bad("It lies in the future.")
            : message.Product?.Length > LongestText || message.Value?.Length > LongestText
                ? throw ApiRefusedException.Bad("Its product or value is no name that the shop would use.")
            : message.Position is < 0 or >= LastPosition
                ? throw ApiRefusedException.Bad($"A position lies between 0 and {LastPosition - 1}.")
            : new ReadEvent(index, new ShopperEvent(message.Id, caller.Shopper(message.Shopper), known, message.Product, message.Value,
                message.Position, Impression: message.Impression), message.Shown);
    }

    /// <summary>Keeps events of one shopper: all at once where all are right, else each by itself.</summary>
    /// <param name="events">The events with their places in the batch, oldest first.</param>
    /// <returns>Those that do not count.</returns>
    public async Task<IReadOnlyList<RefusedEvent>> KeepAsync(IReadOnlyList<ReadEvent> events,
        CancellationToken cancellation)
    {
        var before = await shop.ShopperAsync(events[0].Seen.Shopper, cancellation);
        if (before.History.Revision + events.Count > 2L * limits.EventsPerShopper)
        {
            return [.. events.Select(entry => new RefusedEvent(entry.Index, "The shop keeps no more of this shopper."))];
        }

        try
        {
            ShopperEvent[] kept = [.. events.Select(entry => entry.Seen)];
            await shop.RecordAsync(kept, cancellation);
            var shown = events.DistinctBy(entry => entry.Seen.Id).ToDictionary(entry => entry.Seen.Id, entry => entry.Shown);
            await outcomes.TellAsync(kept, before, () => shop.ShopperAsync(kept[0].Shopper, cancellation), seen => shown[seen.Id]);
            return [];
        }
        catch (InvalidDataException exception) when (events.Count == 1)
        {
            return [new RefusedEvent(events[0].Index, exception.Message)];
        }
        catch (InvalidDataException)
        {
            var refused = new List<RefusedEvent>();
            foreach (var entry in events)
            {
                refused.AddRange(await KeepAsync([entry], cancellation));
            }

            return refused;
        }
    }
}
