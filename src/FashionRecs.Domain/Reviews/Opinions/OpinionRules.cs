namespace FashionRecs.Domain.Reviews.Opinions;

/// <summary>
/// Decides which word is in effect. Everybody has one voice, their latest word; more than half decides; while no value has more than
/// half the latest word counts, so that a correction acts at once, and with two voices a third person is asked.
/// </summary>
public static class OpinionRules
{
    /// <summary>Decides.</summary>
    /// <param name="log">All opinions that were not undone, oldest first.</param>
    public static Decision Decide(IReadOnlyList<Opinion> log)
    {
        var ending = -1;
        for (var place = log.Count - 1; place >= 0 && ending < 0; place--)
        {
            ending = log[place].Decides ? place : -1;
        }

        var standing = log.Skip(Math.Max(0, ending)).ToArray();
        // The latest word of each person, in the order of those words.
        Opinion[] voices = [.. standing.Select((opinion, place) => (opinion, place))
            .GroupBy(pair => pair.opinion.Reviewer, StringComparer.Ordinal)
            .Select(group => group.Last()).OrderBy(pair => pair.place).Select(pair => pair.opinion)];
        Opinion[] committed = [.. voices.Where(opinion => opinion.Chosen >= 0)];
        if (committed.Length == 0)
        {
            return new Decision(null, voices.Length > 0 ? Standing.Unsure : Standing.Open, 0);
        }

        var largest = committed.GroupBy(opinion => opinion.Chosen).MaxBy(group => group.Count())!;
        var latest = committed[^1];
        return committed.Length switch
        {
            1 => new Decision(latest, latest.Decides ? Standing.Set : Standing.Single, 1),
            _ when largest.Count() == committed.Length => new Decision(latest, Standing.Agreed, committed.Length),
            2 => new Decision(latest, Standing.Conflict, 2),
            _ when 2 * largest.Count() > committed.Length => new Decision(largest.Last(), Standing.Majority, committed.Length),
            _ => new Decision(latest, Standing.Third, committed.Length),
        };
    }
}
