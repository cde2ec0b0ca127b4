namespace FashionRecs.Experiments.Interleaving;

/// <summary>Which ranking put a product into an interleaved list.</summary>
public enum Team
{
    /// <summary>The first ranking, the control's.</summary>
    A,

    /// <summary>The second ranking.</summary>
    B,
}

/// <summary>
/// Team-draft interleaving of two rankings (Radlinski, Kurup and Joachims, "How Does Clickthrough Data Reflect Retrieval Quality?", CIKM
/// 2008): in each round a coin decides who picks first, and each ranking picks its best product that is not yet in the list. A shopper who
/// has no preference likes as much of one team as of the other.
/// </summary>
public static class TeamDraft
{
    /// <summary>The list, each product once, with the team that picked it.</summary>
    /// <param name="a">The first ranking, best first, without repeats.</param>
    /// <param name="b">The second ranking.</param>
    /// <param name="length">At most so many.</param>
    /// <param name="coin">Whether A picks first in a round, by the round's number; independent and fair.</param>
    public static IReadOnlyList<(T Item, Team Team)> Interleave<T>(IReadOnlyList<T> a, IReadOnlyList<T> b, int length, Func<int, bool> coin)
        where T : notnull
    {
        var list = new List<(T, Team)>();
        var taken = new HashSet<T>();
        var (nextA, nextB) = (0, 0);
        for (var round = 0; list.Count < length; round++)
        {
            var before = list.Count;
            Team[] order = coin(round) ? [Team.A, Team.B] : [Team.B, Team.A];
            foreach (var team in order)
            {
                Pick(team);
            }

            if (list.Count == before)
            {
                break;
            }
        }

        return list;

        void Pick(Team team)
        {
            var ranking = team == Team.A ? a : b;
            ref var next = ref team == Team.A ? ref nextA : ref nextB;
            while (next < ranking.Count && taken.Contains(ranking[next]))
            {
                next++;
            }

            if (next < ranking.Count && list.Count < length)
            {
                taken.Add(ranking[next]);
                list.Add((ranking[next], team));
            }
        }
    }
}
