using FashionRecs.Application.CatalogImport;

namespace FashionRecs.Application.Review.Queue;

/// <summary>
/// The queues that were asked for last: a page is drawn twice, once for the first answer and once when the browser has connected, and
/// whoever turns its pages asks for the same queue again. Safe to share between threads.
/// </summary>
internal sealed class RecentQueues
{
    /// <summary>Few, since each holds a reference to every product that passes.</summary>
    private const int Most = 16;

    private readonly Lock access = new();
    private readonly LinkedList<(Asked Asked, IReadOnlyList<QueueEntry> Found)> kept = new();

    /// <summary>What was found, where the same was asked of the same board; else null.</summary>
    public IReadOnlyList<QueueEntry>? TryFind(Asked asked)
    {
        lock (access)
        {
            for (var node = kept.First; node is not null; node = node.Next)
            {
                if (node.Value.Asked == asked)
                {
                    return node.Value.Found;
                }
            }

            return null;
        }
    }

    /// <summary>Keeps what was found; what was found on earlier boards is let go.</summary>
    public void Keep(Asked asked, IReadOnlyList<QueueEntry> found)
    {
        lock (access)
        {
            for (var node = kept.First; node is not null;)
            {
                var next = node.Next;
                if (!ReferenceEquals(node.Value.Asked.Board, asked.Board) || node.Value.Asked == asked)
                {
                    kept.Remove(node);
                }

                node = next;
            }

            kept.AddFirst((asked, found));
            if (kept.Count > Most)
            {
                kept.RemoveLast();
            }
        }
    }

    /// <summary>
    /// A question. Boards and arrivals are the same only where they are one object, so that comparing them costs nothing.
    /// </summary>
    public readonly record struct Asked(QueueBoard Board, Arrivals Arrivals, ReviewFilter Filter, string Reviewer, bool IsInEffect)
    {
        /// <inheritdoc/>
        public bool Equals(Asked other) => ReferenceEquals(Board, other.Board) && ReferenceEquals(Arrivals, other.Arrivals)
            && IsInEffect == other.IsInEffect && Reviewer == other.Reviewer && Filter == other.Filter;

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Filter, Reviewer, IsInEffect);
    }
}
