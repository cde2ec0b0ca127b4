namespace FashionRecs.Application.Feeds;

/// <summary>One run of a feed. Immutable.</summary>
/// <param name="At">When it began.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Trouble">Why it failed, in one sentence; null where it did not.</param>
/// <param name="Import">The import that takes, or last took, its products in; null where there is none yet.</param>
/// <param name="Tag">Which state of the list it was, as its server says; null where it does not say.</param>
/// <param name="Content">Fingerprint of the list that the import is of.</param>
public sealed record FeedRun(DateTimeOffset At, FeedOutcome Outcome, string? Trouble, Guid? Import, string? Tag, string? Content);

/// <summary>What became of a run.</summary>
public enum FeedOutcome
{
    /// <summary>The list was fetched; an import takes its products in.</summary>
    Fetched,

    /// <summary>The list is the one that was taken in before.</summary>
    Unchanged,

    /// <summary>The list could not be fetched.</summary>
    Failed,
}
