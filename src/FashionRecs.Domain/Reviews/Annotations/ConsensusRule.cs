using FashionRecs.Domain.Catalog;

namespace FashionRecs.Domain.Reviews.Annotations;

/// <summary>
/// Decides which word is in effect. Everybody has one voice, their latest word; more than half decides; while no value has more than
/// half the latest word counts, so that a correction acts at once, and with two voices a third person is asked. What was said of many
/// products
/// at once counts only where nobody has looked at this one.
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
        Annotation[] committed = [.. voices.Where(annotation => annotation.Chosen >= 0 && !annotation.IsUnseen)];
        if (committed.Length == 0)
        {
            return WithoutCommitment(voices);
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

    /// <summary>Who says what it is not has looked, and so knows better than a bulk edit that says just that.</summary>
    private static Decision WithoutCommitment(Annotation[] voices)
    {
        var said = voices.LastOrDefault(annotation => annotation.IsUnseen && annotation.Chosen >= 0);
        var rejected = voices.LastOrDefault(annotation => annotation.IsRejection);
        return rejected is not null && (said is null || rejected.Marks![said.Chosen] == TagMark.IsNot)
            ? new Decision(rejected, ConsensusStatus.Rejected, 0)
            : said is not null ? new Decision(said, ConsensusStatus.Unseen, 0)
            : new Decision(null, voices.Length > 0 ? ConsensusStatus.Unsure : ConsensusStatus.Open, 0);
    }
}
