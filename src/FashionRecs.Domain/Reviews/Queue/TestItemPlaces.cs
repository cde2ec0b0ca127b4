using FashionRecs.Domain.Hashing;

namespace FashionRecs.Domain.Reviews.Queue;

/// <summary>
/// Where test items stand in a person's queue: one in each stretch of products, at a place that nobody can guess, and that stays where it
/// is while the person works through the queue.
/// </summary>
/// <param name="Reviewer">The person.</param>
/// <param name="Share">Share in (0, 1] of what they are shown; stretches are 1 / share long, at least 2.</param>
/// <param name="Answered">On how many products they have spoken: how far they have come.</param>
public sealed record TestItemPlaces(string Reviewer, double Share, int Answered)
{
    private readonly int stretch = Math.Max(2, (int)Math.Round(1 / Share));

    /// <summary>Mixes items into a queue.</summary>
    /// <param name="queue">What the person is to look at, in order.</param>
    /// <param name="items">Test items, in order; as many are taken as fit.</param>
    public IReadOnlyList<T> Mix<T>(IReadOnlyList<T> queue, IReadOnlyList<T> items)
    {
        if (items.Count == 0)
        {
            return queue;
        }

        var mixed = new List<T>(queue.Count + items.Count);
        int next = 0, taken = 0;
        while (next < queue.Count)
        {
            var (number, within) = Math.DivRem(Answered + mixed.Count, stretch);
            if (taken < items.Count && within == Fnv1A32.Hash($"test-place:{Reviewer}:{number}") % stretch)
            {
                mixed.Add(items[taken++]);
            }
            else
            {
                mixed.Add(queue[next++]);
            }
        }

        return mixed;
    }
}
