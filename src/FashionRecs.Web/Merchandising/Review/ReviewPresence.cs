using System.Collections.Concurrent;
using System.Text.Json;
using FashionRecs.Application.Notices;

namespace FashionRecs.Web.Merchandising.Review;

/// <summary>
/// Knows who looks at which product right now, on whichever server, and tells the others when something is said of it. Thread-safe.
/// </summary>
public sealed class ReviewPresence : IDisposable
{
    /// <summary>How often people of another server have to be named again, so that those of one that was killed do not stay.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(5);

    private readonly Guid node = Guid.NewGuid();
    private readonly ConcurrentDictionary<PresenceHandle, byte> seats = new();
    private readonly SeatsElsewhere elsewhere;
    private readonly INotices notices;
    private readonly IDisposable[] following;
    private readonly ITimer renewing;

    /// <summary>Begins to follow.</summary>
    public ReviewPresence(INotices notices, TimeProvider time)
    {
        this.notices = notices;
        elsewhere = new SeatsElsewhere(time, 3 * Renewal);
        following =
        [
            notices.Follow(NoticeKinds.Review, SaidAsync), notices.Follow(NoticeKinds.Seat, SeatedAsync),
            notices.Follow(NoticeKinds.SeatsWanted, _ => RenewAsync()),
        ];
        renewing = time.CreateTimer(_ => _ = RenewAsync(), null, Renewal, Renewal);
    }

    /// <summary>Sits down at a product until disposed.</summary>
    /// <param name="product">The product.</param>
    /// <param name="person">Who.</param>
    /// <param name="told">Called with the person who said something of the product; null where a region was worked out or somebody came or
    /// went.</param>
    public IDisposable Enter(string product, string person, Func<string?, Task> told)
    {
        var seat = new PresenceHandle(this, Guid.NewGuid(), product, person, told);
        seats[seat] = 0;
        _ = TellAsync(seat, taken: true);
        _ = HereAsync(product, null, seat);
        return seat;
    }

    /// <summary>The other people at a product, by name.</summary>
    public IReadOnlyList<string> Others(string product, string person) =>
        [.. seats.Keys.Where(seat => seat.Product == product).Select(seat => seat.Person).Concat(elsewhere.At(product))
            .Where(other => other != person).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Tells everybody at a product.</summary>
    public Task TellAsync(string product, string? person) =>
        notices.TellAsync(NoticeKinds.Review, JsonSerializer.Serialize(new ReviewNotice(product, person)));

    /// <inheritdoc/>
    public void Dispose()
    {
        Array.ForEach(following, one => one.Dispose());
        renewing.Dispose();
    }

    private Task TellAsync(PresenceHandle seat, bool taken) => notices.TellAsync(
        NoticeKinds.Seat, JsonSerializer.Serialize(new SeatNotice(node, seat.Id, seat.Product, seat.Person, taken)));

    private Task RenewAsync() => Task.WhenAll(seats.Keys.Select(seat => TellAsync(seat, taken: true)));

    private Task HereAsync(string product, string? person, PresenceHandle? but = null) =>
        Task.WhenAll(seats.Keys.Where(seat => seat.Product == product && seat != but).Select(seat => seat.Told(person)));

    private Task SaidAsync(string? subject) => subject is null
        ? Task.WhenAll(seats.Keys.Select(seat => seat.Told(null)))
        : JsonSerializer.Deserialize<ReviewNotice>(subject) is { } said ? HereAsync(said.Product, said.Person) : Task.CompletedTask;

    private async Task SeatedAsync(string? subject)
    {
        if (subject is null)
        {
            await notices.TellAsync(NoticeKinds.SeatsWanted, node.ToString("N"));
        }
        else if (JsonSerializer.Deserialize<SeatNotice>(subject) is { } seat && seat.Node != node && elsewhere.Note(seat))
        {
            await HereAsync(seat.Product, null);
        }
    }

    private sealed class PresenceHandle(ReviewPresence room, Guid id, string product, string person, Func<string?, Task> told) : IDisposable
    {
        public Guid Id => id;

        public string Product => product;

        public string Person => person;

        public Func<string?, Task> Told => told;

        public void Dispose()
        {
            if (room.seats.TryRemove(this, out _))
            {
                _ = room.TellAsync(this, taken: false);
                _ = room.HereAsync(product, null);
            }
        }
    }
}
