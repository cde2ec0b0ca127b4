namespace FashionRecs.Application.Jobs;

/// <summary>
/// Keeps jobs in the shop's database, so that they survive whoever works on them. Of one kind and subject there is one job at a time,
/// however many ask. Safe to share between threads and processes.
/// </summary>
public interface IJobStore
{
    /// <summary>Asks for jobs.</summary>
    /// <param name="wanted">Which; all are kept or none.</param>
    /// <param name="anew">
    /// True where a person asks or something has changed: a job that runs already runs once more behind it, one that failed begins anew.
    /// False where somebody only noticed that there is something to do.
    /// </param>
    /// <param name="cancellation">Stops before anything is kept.</param>
    Task QueueAsync(IReadOnlyCollection<WantedJob> wanted, bool anew, CancellationToken cancellation = default);

    /// <summary>Takes the job that is due longest, and holds it; null where there is none.</summary>
    /// <param name="worker">Who takes it.</param>
    /// <param name="kinds">Kinds that they can do.</param>
    /// <param name="lease">For how long it is theirs, unless they say so again.</param>
    /// <param name="cancellation">Stops before anything is taken.</param>
    Task<Job?> TakeAsync(Guid worker, IReadOnlyCollection<string> kinds, TimeSpan lease, CancellationToken cancellation = default);

    /// <summary>Goes on holding a job and keeps how far it is.</summary>
    /// <returns>False where somebody else has taken it over meanwhile.</returns>
    Task<bool> HoldAsync(Guid id, Guid worker, TimeSpan lease, int done, int total, CancellationToken cancellation = default);

    /// <summary>The job is done. Where it was asked for again meanwhile, it waits for its turn anew.</summary>
    Task EndAsync(Guid id, Guid worker, CancellationToken cancellation = default);

    /// <summary>The job did not succeed.</summary>
    /// <param name="id">The job.</param>
    /// <param name="worker">Who tried it.</param>
    /// <param name="reason">Why, in a sentence.</param>
    /// <param name="pause">After how long it is tried again; null to give it up.</param>
    /// <param name="counts">
    /// Whether it counts as a try. Where it does not, the pause is the job's own, and ends where the job was asked for again meanwhile.
    /// </param>
    /// <param name="cancellation">Stops before anything is kept.</param>
    Task FailAsync(Guid id, Guid worker, string reason, TimeSpan? pause, bool counts = true, CancellationToken cancellation = default);

    /// <summary>Puts a job back that nobody tried in earnest, as when the program ends: the try does not count.</summary>
    /// <param name="id">The job.</param>
    /// <param name="worker">Who had it.</param>
    /// <param name="pause">After how long somebody may take it.</param>
    /// <param name="cancellation">Stops before it is put back.</param>
    Task PutBackAsync(Guid id, Guid worker, TimeSpan pause, CancellationToken cancellation = default);

    /// <summary>Lets a job that was given up begin anew; false where it is none any more.</summary>
    Task<bool> TryAgainAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>Takes a job that was given up off the list; false where it is none any more.</summary>
    Task<bool> DismissAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>
    /// Takes a job off the list whatever it does: one that waits is never begun, who works on it stops within a second or so. False where
    /// it is done already.
    /// </summary>
    Task<bool> CancelAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>The job of a kind and subject that is not done yet; null where there is none.</summary>
    Task<Job?> TryFindAsync(string kind, string subject, CancellationToken cancellation = default);

    /// <summary>A job, done or not; null where there is none any more.</summary>
    Task<Job?> TryFindAsync(Guid id, CancellationToken cancellation = default);

    /// <summary>What is going on.</summary>
    /// <param name="most">How many of each list at most.</param>
    /// <param name="cancellation">Stops asking.</param>
    Task<JobList> ListAsync(int most = 50, CancellationToken cancellation = default);

    /// <summary>How many jobs of a kind are not done yet, those that were given up included.</summary>
    Task<int> CountAsync(string kind, CancellationToken cancellation = default);

    /// <summary>
    /// Gives up what has waited since before a time although its kind is none of these: no program that runs knows it. Forgets what was
    /// done before that time.
    /// </summary>
    Task TidyAsync(IReadOnlyCollection<string> kinds, DateTimeOffset before, CancellationToken cancellation = default);
}
