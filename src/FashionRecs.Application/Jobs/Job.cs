namespace FashionRecs.Application.Jobs;

/// <summary>Some work behind the pages, as it stands now.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">What is done: the name of an <see cref="IJobKind"/>.</param>
/// <param name="Version">Version of the kind that it was made for.</param>
/// <param name="Subject">What it is done to, in the kind's own words; of one kind and subject there is one job at a time.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Tries">How often it was begun since somebody last asked for it.</param>
/// <param name="Done">How much is done, in the kind's own units.</param>
/// <param name="Total">How much there is to do; 0 where nobody knows.</param>
/// <param name="Reason">Why it failed last, in a sentence; null where it did not.</param>
/// <param name="Queued">When it was asked for.</param>
/// <param name="Due">Not begun before.</param>
/// <param name="Begun">When it was last begun.</param>
/// <param name="Ended">When it was done or given up.</param>
public sealed record Job(
    Guid Id, string Kind, int Version, string Subject, JobState State, int Tries, int Done, int Total, string? Reason,
    DateTimeOffset Queued, DateTimeOffset Due, DateTimeOffset? Begun, DateTimeOffset? Ended);
