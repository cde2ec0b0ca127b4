using FashionRecs.Application.Feeds;
using FashionRecs.Storage.Database;
using FashionRecs.Storage.Jobs;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Feeds;

/// <inheritdoc/>
internal sealed class FeedStore(ShopDatabase database, JobQueue queue) : IFeedStore
{
    private const string Fetched = "fetched";
    private const string Unchanged = "unchanged";
    private const string Failed = "failed";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Feed>> AllAsync(CancellationToken cancellation = default) => database.RunAsync(
        async Task<IReadOnlyList<Feed>> (context) =>
        [
            .. (await context.Set<FeedRow>().AsNoTracking().OrderBy(row => row.CreatedMilliseconds).ThenBy(row => row.Id)
                .ToListAsync(cancellation)).Select(Read),
        ], cancellation);

    /// <inheritdoc/>
    public Task<Feed?> TryFindAsync(Guid id, CancellationToken cancellation = default) => database.RunAsync(
        async context => await context.Set<FeedRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } row
            ? Read(row) : null, cancellation);

    /// <inheritdoc/>
    public Task AddAsync(Feed feed, CancellationToken cancellation = default) => database.RunAsync(
        async context =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            context.Add(new FeedRow
            {
                Id = feed.Id, Name = feed.Name, Address = feed.Address, EverySeconds = (long)feed.Every.TotalSeconds, Person = feed.Person,
                CreatedMilliseconds = feed.Created.ToUnixTimeMilliseconds(), NextMilliseconds = feed.Next.ToUnixTimeMilliseconds(),
            });
            await context.SaveChangesAsync(cancellation);
            await queue.AskAsync(context, FeedJob.Of(feed.Id), anew: true, cancellation);
            await transaction.CommitAsync(cancellation);
            return true;
        }, cancellation);

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(Guid id, CancellationToken cancellation = default) => await database.RunAsync(
        context => context.Set<FeedRow>().Where(row => row.Id == id).ExecuteDeleteAsync(cancellation), cancellation) > 0;

    /// <inheritdoc/>
    public Task<bool> AskAsync(Guid id, DateTimeOffset? from, DateTimeOffset to, CancellationToken cancellation = default)
    {
        var (before, after) = (from?.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());
        return database.RunAsync(async context =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            var asked = await context.Set<FeedRow>()
                .Where(row => row.Id == id && !row.Paused && (before == null || row.NextMilliseconds == before))
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.NextMilliseconds, after), cancellation) > 0;
            if (asked)
            {
                await queue.AskAsync(context, FeedJob.Of(id), anew: true, cancellation);
                await transaction.CommitAsync(cancellation);
            }

            return asked;
        }, cancellation);
    }

    /// <inheritdoc/>
    public async Task<bool> PauseAsync(Guid id, bool paused, CancellationToken cancellation = default) => await database.RunAsync(
        context => context.Set<FeedRow>().Where(row => row.Id == id)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Paused, paused), cancellation), cancellation) > 0;

    /// <inheritdoc/>
    public Task SaveAsync(Guid id, FeedRun run, CancellationToken cancellation = default)
    {
        var (at, outcome) = (run.At.ToUnixTimeMilliseconds(), Word(run.Outcome));
        return database.RunAsync(context => context.Set<FeedRow>().Where(row => row.Id == id).ExecuteUpdateAsync(
            update => update.SetProperty(row => row.RanMilliseconds, at).SetProperty(row => row.Outcome, outcome)
                .SetProperty(row => row.Trouble, run.Trouble).SetProperty(row => row.Import, run.Import)
                .SetProperty(row => row.Tag, run.Tag).SetProperty(row => row.Content, run.Content), cancellation), cancellation);
    }

    private static Feed Read(FeedRow row) => new(
        row.Id, row.Name, row.Address, TimeSpan.FromSeconds(row.EverySeconds), row.Person,
        DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedMilliseconds), DateTimeOffset.FromUnixTimeMilliseconds(row.NextMilliseconds))
    {
        IsPaused = row.Paused,
        Last = row is { RanMilliseconds: { } ran, Outcome: { } outcome }
            ? new FeedRun(DateTimeOffset.FromUnixTimeMilliseconds(ran), Outcome(outcome), row.Trouble, row.Import, row.Tag, row.Content)
            : null,
    };

    private static string Word(FeedOutcome outcome) => outcome switch
    {
        FeedOutcome.Fetched => Fetched,
        FeedOutcome.Unchanged => Unchanged,
        FeedOutcome.Failed => Failed,
    };

    private static FeedOutcome Outcome(string word) => word switch
    {
        Fetched => FeedOutcome.Fetched,
        Unchanged => FeedOutcome.Unchanged,
        _ => FeedOutcome.Failed,
    };
}
