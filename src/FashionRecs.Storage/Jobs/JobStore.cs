using FashionRecs.Application.Jobs;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Jobs;

/// <inheritdoc/>
internal sealed class JobStore(ShopDatabase database, JobQueue queue, TimeProvider time) : IJobStore
{
    /// <summary>Jobs that are tried to be taken before the list is asked again: others take the first ones at the same time.</summary>
    private const int Candidates = 8;

    /// <summary>
    /// Nobody holds a job or has asked for one so far ahead: its time was written by a clock that ran ahead and was set back.
    /// </summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(2);

    private const string Waiting = nameof(JobState.Waiting);
    private const string Running = nameof(JobState.Running);
    private const string Failed = nameof(JobState.Failed);
    private const string Done = nameof(JobState.Done);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <inheritdoc/>
    public Task QueueAsync(IReadOnlyCollection<WantedJob> wanted, bool anew, CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            // In one order, so that two programs that notice the same never wait for each other.
            foreach (var job in wanted.OrderBy(JobQueue.Once, StringComparer.Ordinal))
            {
                await queue.AskAsync(context, job, anew, cancellation);
            }

            await transaction.CommitAsync(cancellation);
            return true;
        }, cancellation);

    /// <inheritdoc/>
    public Task<Job?> TakeAsync(Guid worker, IReadOnlyCollection<string> kinds, TimeSpan lease, CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        {
            while (true)
            {
                var now = Now;
                var ahead = now + (long)Ahead.TotalMilliseconds;
                var free = context.Set<JobRow>().Where(row => kinds.Contains(row.Kind)
                    && ((row.State == Waiting
                            && (row.DueMilliseconds <= now || row.QueuedMilliseconds > ahead || row.BegunMilliseconds > ahead))
                        || (row.State == Running && (row.HeldUntilMilliseconds < now || row.HeldUntilMilliseconds > ahead))));
                var found = await free.OrderBy(row => row.DueMilliseconds).ThenBy(row => row.Once).Select(row => row.Id).Take(Candidates)
                    .ToListAsync(cancellation);
                foreach (var id in found)
                {
                    if (await free.Where(row => row.Id == id).ExecuteUpdateAsync(update => update
                        .SetProperty(row => row.State, Running).SetProperty(row => row.Worker, worker)
                        .SetProperty(row => row.HeldUntilMilliseconds, now + (long)lease.TotalMilliseconds)
                        .SetProperty(row => row.Tries, row => row.Tries + 1).SetProperty(row => row.BegunMilliseconds, now)
                        .SetProperty(row => row.Done, 0).SetProperty(row => row.Total, 0), cancellation) == 1)
                    {
                        return JobText.Read(await context.Set<JobRow>().AsNoTracking().SingleAsync(row => row.Id == id, cancellation));
                    }
                }

                if (found.Count < Candidates)
                {
                    return null;
                }
            }
        }, cancellation);

    /// <inheritdoc/>
    public Task<bool> HoldAsync(Guid id, Guid worker, TimeSpan lease, int done, int total, CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        {
            var until = Now + (long)lease.TotalMilliseconds;
            return await Of(context, id, worker).ExecuteUpdateAsync(update => update
                .SetProperty(row => row.HeldUntilMilliseconds, until).SetProperty(row => row.Done, done)
                .SetProperty(row => row.Total, total), cancellation) == 1;
        }, cancellation);

    /// <inheritdoc/>
    public Task EndAsync(Guid id, Guid worker, CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        var now = Now;
        return await Of(context, id, worker).Where(row => !row.Again).ExecuteUpdateAsync(update => update
            .SetProperty(row => row.State, Done).SetProperty(row => row.Once, (string?)null)
            .SetProperty(row => row.Worker, (Guid?)null).SetProperty(row => row.Reason, (string?)null)
            .SetProperty(row => row.EndedMilliseconds, now), cancellation) == 1
            || await Of(context, id, worker).ExecuteUpdateAsync(update => update
                .SetProperty(row => row.State, Waiting).SetProperty(row => row.Again, false).SetProperty(row => row.Tries, 0)
                .SetProperty(row => row.Worker, (Guid?)null).SetProperty(row => row.Reason, (string?)null)
                .SetProperty(row => row.DueMilliseconds, now), cancellation) == 1;
    }, cancellation);

    /// <inheritdoc/>
    public Task FailAsync(Guid id, Guid worker, string reason, TimeSpan? pause, bool counts = true,
        CancellationToken cancellation = default) => database.RunAsync(
        context =>
        {
            var (now, uncounted) = (Now, counts ? 0 : 1);
            var (state, due, ended) = pause is { } rest ? (Waiting, now + (long)rest.TotalMilliseconds, (long?)null) : (Failed, now, now);
            return Of(context, id, worker).ExecuteUpdateAsync(update => update
                .SetProperty(row => row.State, state).SetProperty(row => row.Reason, reason)
                .SetProperty(row => row.DueMilliseconds, row => row.Again && uncounted == 1 ? now : due)
                .SetProperty(row => row.Tries, row => row.Tries - uncounted)
                .SetProperty(row => row.EndedMilliseconds, ended).SetProperty(row => row.Again, false)
                .SetProperty(row => row.Worker, (Guid?)null), cancellation);
        }, cancellation);

    /// <inheritdoc/>
    public Task PutBackAsync(Guid id, Guid worker, TimeSpan pause, CancellationToken cancellation = default) => database.RunAsync(
        context =>
        {
            var due = Now + (long)pause.TotalMilliseconds;
            return Of(context, id, worker).ExecuteUpdateAsync(update => update
                .SetProperty(row => row.State, Waiting).SetProperty(row => row.Tries, row => row.Tries - 1)
                .SetProperty(row => row.DueMilliseconds, due).SetProperty(row => row.Worker, (Guid?)null), cancellation);
        }, cancellation);

    /// <inheritdoc/>
    public Task<bool> TryAgainAsync(Guid id, CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        var now = Now;
        return await context.Set<JobRow>().Where(row => row.Id == id && row.State == Failed).ExecuteUpdateAsync(update => update
            .SetProperty(row => row.State, Waiting).SetProperty(row => row.Tries, 0).SetProperty(row => row.DueMilliseconds, now)
            .SetProperty(row => row.EndedMilliseconds, (long?)null), cancellation) == 1;
    }, cancellation);

    /// <inheritdoc/>
    public Task<bool> DismissAsync(Guid id, CancellationToken cancellation = default) => database.RunAsync(async context =>
        await context.Set<JobRow>().Where(row => row.Id == id && row.State == Failed).ExecuteDeleteAsync(cancellation) == 1, cancellation);

    /// <inheritdoc/>
    public Task<bool> CancelAsync(Guid id, CancellationToken cancellation = default) => database.RunAsync(async context =>
        await context.Set<JobRow>().Where(row => row.Id == id && row.State != Done).ExecuteDeleteAsync(cancellation) == 1, cancellation);

    /// <inheritdoc/>
    public Task<Job?> TryFindAsync(string kind, string subject, CancellationToken cancellation = default) => database.RunAsync(
        async context =>
        {
            var once = JobQueue.Once(new WantedJob(kind, 0, subject));
            return await context.Set<JobRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Once == once, cancellation) is { } row
                ? JobText.Read(row) : null;
        }, cancellation);

    /// <inheritdoc/>
    public Task<Job?> TryFindAsync(Guid id, CancellationToken cancellation = default) => database.RunAsync(
        async context => await context.Set<JobRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } row
            ? JobText.Read(row) : null, cancellation);

    /// <inheritdoc/>
    public Task<JobList> ListAsync(int most = 50, CancellationToken cancellation = default) => database.RunAsync(async context =>
    {
        var rows = context.Set<JobRow>().AsNoTracking();
        var waiting = await rows.Where(row => row.State == Waiting).GroupBy(row => row.Kind)
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellation);
        return new JobList(
            await ReadAsync(rows.Where(row => row.State == Running).OrderBy(row => row.BegunMilliseconds)),
            await ReadAsync(rows.Where(row => row.State == Failed).OrderByDescending(row => row.EndedMilliseconds)),
            await ReadAsync(rows.Where(row => row.State == Waiting && row.Reason != null).OrderBy(row => row.DueMilliseconds)),
            waiting.ToDictionary(pair => pair.Key, pair => pair.Count, StringComparer.Ordinal),
            await ReadAsync(rows.Where(row => row.State == Done).OrderByDescending(row => row.EndedMilliseconds)));

        async Task<IReadOnlyList<Job>> ReadAsync(IQueryable<JobRow> some) =>
            [.. (await some.Take(most).ToListAsync(cancellation)).Select(JobText.Read)];
    }, cancellation);

    /// <inheritdoc/>
    public Task<int> CountAsync(string kind, CancellationToken cancellation = default) => database.RunAsync(
        context => context.Set<JobRow>().CountAsync(row => row.Kind == kind && (row.State == Waiting || row.State == Running),
            cancellation), cancellation);

    /// <inheritdoc/>
    public Task TidyAsync(IReadOnlyCollection<string> kinds, DateTimeOffset before, CancellationToken cancellation = default) =>
        database.RunAsync(async context =>
        {
            var (now, longAgo) = (Now, before.ToUnixTimeMilliseconds());
            await context.Set<JobRow>().Where(row => row.State == Done && row.EndedMilliseconds < longAgo)
                .ExecuteDeleteAsync(cancellation);
            return await context.Set<JobRow>()
                .Where(row => row.State == Waiting && row.DueMilliseconds < longAgo && !kinds.Contains(row.Kind))
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.State, Failed).SetProperty(row => row.EndedMilliseconds, now)
                    .SetProperty(row => row.Reason, row => "No program that runs knows jobs of the kind " + row.Kind
                        + "; start one that does and try again, or take it off the list."), cancellation);
        }, cancellation);

    private static IQueryable<JobRow> Of(FashionRecsContext context, Guid id, Guid worker) =>
        context.Set<JobRow>().Where(row => row.Id == id && row.Worker == worker && row.State == Running);
}
