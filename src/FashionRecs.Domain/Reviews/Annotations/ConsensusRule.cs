namespace FashionRecs.Domain.Reviews.Annotations;

/// <summary>
/// Decides which word is in effect. Everybody has one voice, their latest word; more than half decides; while no value has more than
/// half the latest word counts, so that a correction acts at once, and with two voices a third person is asked.
/// </summary>
public static class ConsensusRule
{
    /// <summary>Decides.</summary>
    /// <param name="log">All annotations that were not undone, oldest first.</param>
    public static Decision Decide(IReadOnlyList<Annotation> log)
    {
        var ending = -1;
        for (var place = log.Count - 1; place >= 0 && ending < 0; place--)
        {
            ending = log[place].Decides ? place : -1;
        }

        var standing = log.Skip(Math.Max(0, ending)).ToArray();
        // The latest word of each person, in the order of those words.
        Annotation[] voices = [.. standing.Select((annotation, place) => (annotation, place))
            .GroupBy(pair => pair.annotation.Reviewer, StringComparer.Ordinal)
            .Select(group => group.Last()).OrderBy(pair => pair.place).Select(pair => pair.annotation)];
        Annotation[] committed = [.. voices.Where(annotation => annotation.Chosen >= 0)];
        if (committed.Length == 0)
        {
            return new Decision(null, voices.Length > 0 ? ConsensusStatus.Unsure : ConsensusStatus.Open, 0);
        }

        var largest = committed.GroupBy(annotation => annotation.Chosen).MaxBy(group => group.Count())!;
        var latest = committed[^1];
        return committed.Length switch
        {
            1 => new Decision(latest, latest.Decides ? ConsensusStatus.Set : ConsensusStatus.Single, 1),
            _ when largest.Count() == committed.Length => new Decision(latest, ConsensusStatus.Agreed, committed.Length),
            2 => new Decision(latest, ConsensusStatus.Conflict, 2),
            _ when 2 * largest.Count() > committed.Length => new Decision(largest.Last(), ConsensusStatus.Majority, committed.Length),
            _ => new Decision(latest, ConsensusStatus.Third, committed.Length),
        };
    }
}
