using System.Collections.Concurrent;

namespace FashionRecs.Web.Merchandising.Review;

/// <summary>People at products on other servers, as far as they were named lately. Thread-safe.</summary>
/// <param name="time">The clock.</param>
/// <param name="kept">How long a seat counts without being named again.</param>
internal sealed class SeatsElsewhere(TimeProvider time, TimeSpan kept)
{
    private readonly ConcurrentDictionary<Guid, (SeatNotice Seat, long At)> seats = new();

    /// <summary>Notes what another server says.</summary>
    /// <returns>Whether somebody came or went.</returns>
    public bool Note(SeatNotice seat)
    {
        foreach (var (id, _) in seats.Where(pair => IsOld(pair.Value.At)))
        {
            seats.TryRemove(id, out _);
        }

        if (!seat.Taken)
        {
            return seats.TryRemove(seat.Seat, out _);
        }

        var isNew = !seats.ContainsKey(seat.Seat);
        seats[seat.Seat] = (seat, time.GetTimestamp());
        return isNew;
    }

    /// <summary>Who sits at a product.</summary>
    public IEnumerable<string> At(string product) =>
        seats.Values.Where(pair => pair.Seat.Product == product && !IsOld(pair.At)).Select(pair => pair.Seat.Person);

    private bool IsOld(long at) => time.GetElapsedTime(at) > kept;
}
