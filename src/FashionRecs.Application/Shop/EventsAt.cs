using System.Collections;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Preferences;

namespace FashionRecs.Application.Shop;

/// <summary>Some events of a history, by their places. Immutable.</summary>
/// <param name="events">All of them.</param>
/// <param name="places">Which, in order.</param>
internal sealed class EventsAt(IReadOnlyList<(ShopperEvent Event, PreferenceEvent Learned)> events, IReadOnlyList<int> places)
    : IReadOnlyList<ShopperEvent>
{
    /// <inheritdoc/>
    public int Count => places.Count;

    /// <inheritdoc/>
    public ShopperEvent this[int index] => events[places[index]].Event;

    /// <inheritdoc/>
    public IEnumerator<ShopperEvent> GetEnumerator() => places.Select(place => events[place].Event).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
