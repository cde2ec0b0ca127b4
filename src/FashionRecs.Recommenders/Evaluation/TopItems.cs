namespace FashionRecs.Recommenders.Evaluation;

/// <summary>Finds the first places of a ranking without sorting all of it.</summary>
public static class TopItems
{
    /// <summary>The k candidates with the highest scores, best first; equal scores in the order of <paramref name="tieOrder"/>.</summary>
    /// <param name="scores">Score per item, finite.</param>
    /// <param name="isCandidate">Which items are ranked.</param>
    /// <param name="tieOrder">Per item, its place among equal scores; a lower number ranks first, no two alike.</param>
    /// <param name="k">At least 1; fewer come back where there are fewer candidates.</param>
    public static int[] Find(ReadOnlySpan<float> scores, ReadOnlySpan<bool> isCandidate, ReadOnlySpan<int> tieOrder, int k)
    {
        var worstFirst = new PriorityQueue<int, (float Score, int Tie)>(k + 1);
        for (var item = 0; item < scores.Length; item++)
        {
            if (!isCandidate[item])
            {
                continue;
            }

            var priority = (scores[item], -tieOrder[item]);
            if (worstFirst.Count < k)
            {
                worstFirst.Enqueue(item, priority);
            }
            else if (worstFirst.TryPeek(out _, out var worst) && priority.CompareTo(worst) > 0)
            {
                worstFirst.DequeueEnqueue(item, priority);
            }
        }

        var top = new int[worstFirst.Count];
        for (var place = top.Length - 1; place >= 0; place--)
        {
            top[place] = worstFirst.Dequeue();
        }

        return top;
    }

    /// <summary>A fixed random order for ties: a permutation of 0 to count − 1.</summary>
    public static int[] TieOrder(int count, int seed)
    {
        var order = Enumerable.Range(0, count).ToArray();
        new Random(seed).Shuffle(order);
        return order;
    }
}
