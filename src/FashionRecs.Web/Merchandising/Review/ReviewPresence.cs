using System.Collections.Concurrent;

namespace FashionRecs.Web.Merchandising.Review;

/// <summary>Knows who looks at which product right now, and tells the others when something is said of it. Thread-safe.</summary>
public sealed class ReviewPresence
{
    private readonly ConcurrentDictionary<PresenceHandle, byte> seats = new();

    /// <summary>Sits down at a product until disposed.</summary>
    /// <param name="product">The product.</param>
    /// <param name="person">Who.</param>
    /// <param name="told">Called with the person who said something of the product; null where a region was worked out or somebody came or
    /// went.</param>
    public IDisposable Enter(string product, string person, Func<string?, Task> told)
    {
        var seat = new PresenceHandle(this, product, person, told);
        seats[seat] = 0;
        _ = TellAsync(product, null, seat);
        return seat;
    }

    /// <summary>The other people at a product, by name.</summary>
    public IReadOnlyList<string> Others(string product, string person) =>
        [.. seats.Keys.Where(seat => seat.Product == product && seat.Person != person).Select(seat => seat.Person).Distinct()
            .Order(StringComparer.Ordinal)];

    /// <summary>Tells everybody at a product.</summary>
    public Task TellAsync(string product, string? person) => TellAsync(product, person, null);

    private Task TellAsync(string product, string? person, PresenceHandle? but) =>
        Task.WhenAll(seats.Keys.Where(seat => seat.Product == product && seat != but).Select(seat => seat.Told(person)));

    private sealed class PresenceHandle(ReviewPresence room, string product, string person, Func<string?, Task> told) : IDisposable
    {
        public string Product => product;

        public string Person => person;

        public Func<string?, Task> Told => told;

        public void Dispose()
        {
            if (room.seats.TryRemove(this, out _))
            {
                _ = room.TellAsync(product, null);
            }
        }
    }
}
