namespace FashionRecs.Experiments.Lifecycle;

/// <summary>One thing that somebody did to an experiment. Entries are only ever added.</summary>
/// <param name="At">When; never before the entry it follows, even if the clock was moved back.</param>
/// <param name="Who">The researcher's name.</param>
/// <param name="What">What was done, as a sentence.</param>
public sealed record AuditEntry(DateTimeOffset At, string Who, string What);
