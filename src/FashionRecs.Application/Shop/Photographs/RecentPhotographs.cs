namespace FashionRecs.Application.Shop.Photographs;

/// <summary>
/// Photographs that shoppers search by, for a while and in memory alone: nothing of them reaches a disk. When there are too many, the
/// oldest goes. Thread-safe.
/// </summary>
/// <param name="time">The clock.</param>
public sealed class RecentPhotographs(TimeProvider time)
{
    /// <summary>How long a photograph is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    /// <summary>Room for all of them, in bytes: some 800 photographs.</summary>
    private const long Room = 64 << 20;

    private readonly Lock gate = new();
    private readonly Dictionary<Guid, LinkedListNode<(SeenPhotograph Photograph, DateTimeOffset At)>> byId = [];
    private readonly LinkedList<(SeenPhotograph Photograph, DateTimeOffset At)> oldestFirst = [];
    private long held;

    /// <summary>Keeps a photograph.</summary>
    public void Keep(SeenPhotograph photograph)
    {
        lock (gate)
        {
            byId[photograph.Id] = oldestFirst.AddLast((photograph, time.GetUtcNow()));
            held += photograph.Size;
            Forget();
        }
    }

    /// <summary>The photograph with a number; null where there is none any more.</summary>
    public SeenPhotograph? TryFind(Guid id)
    {
        lock (gate)
        {
            Forget();
            return byId.TryGetValue(id, out var node) ? node.Value.Photograph : null;
        }
    }

    /// <summary>Forgets a photograph at once.</summary>
    public void Remove(Guid id)
    {
        lock (gate)
        {
            if (byId.TryGetValue(id, out var node))
            {
                Drop(node);
            }
        }
    }

    private void Forget()
    {
        while (oldestFirst.First is { } oldest && (held > Room || time.GetUtcNow() - oldest.Value.At >= Kept))
        {
            Drop(oldest);
        }
    }

    private void Drop(LinkedListNode<(SeenPhotograph Photograph, DateTimeOffset At)> node)
    {
        oldestFirst.Remove(node);
        byId.Remove(node.Value.Photograph.Id);
        held -= node.Value.Photograph.Size;
    }
}
