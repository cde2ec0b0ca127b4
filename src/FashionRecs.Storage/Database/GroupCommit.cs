using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Database;

/// <summary>
/// Writes that many people make at once, such as clicks. Those that wait are written in one transaction, each under a savepoint of its own:
/// a database waits for the disk with each commit, and SQLite has one writer at a time, whose driver sleeps before it asks for a taken lock
/// again. A write is done once its transaction is committed, and not before. Safe to share between threads.
/// </summary>
public sealed class GroupCommit(ShopDatabase database)
{
    /// <summary>Writes in one transaction at most, so that the first of many does not wait for all.</summary>
    private const int Most = 100;

    private readonly ConcurrentQueue<Waiting> queue = new();
    private int writing;

    /// <summary>Runs one write together with those of others. It must not open a transaction, nor keep what it tracks.</summary>
    /// <param name="about">
    /// What it writes, for example the shopper. Writes about the same keep their order. Every process writes in the order of these words,
    /// so that two of them never wait for each other's rows.
    /// </param>
    /// <param name="write">The write.</param>
    /// <exception cref="IOException">The database is locked or the disk is full; nothing was changed.</exception>
    public Task<T> RunAsync<T>(string about, Func<FashionRecsContext, Task<T>> write)
    {
        var waiting = new Waiting<T>(about, write);
        queue.Enqueue(waiting);
        if (Interlocked.Exchange(ref writing, 1) == 0)
        {
            // On a thread of its own: all clicks wait for it, and it must not wait in line with pages that are drawn.
            _ = Task.Factory.StartNew(WriteAllAsync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        return waiting.Done;
    }

    private async Task WriteAllAsync()
    {
        do
        {
            while (!queue.IsEmpty)
            {
                await WriteAsync();
            }

            Volatile.Write(ref writing, 0);
        }
        // Somebody may have come after the last look and before the flag fell.
        while (!queue.IsEmpty && Interlocked.Exchange(ref writing, 1) == 0);
    }

    private async Task WriteAsync()
    {
        var group = new List<Waiting>();
        while (group.Count < Most && queue.TryDequeue(out var next))
        {
            group.Add(next);
        }

        try
        {
            await database.RunAsync(async context =>
            {
                await using var transaction = await context.Database.BeginTransactionAsync();
                foreach (var waiting in group.OrderBy(waiting => waiting.About, StringComparer.Ordinal))
                {
                    await WriteAsync(context, waiting);
                }

                await transaction.CommitAsync();
                return true;
            });
            group.ForEach(waiting => waiting.Committed());
        }
        catch (Exception exception)
        {
            // Those who came while this group waited for a lock have waited as long as anybody should; nobody's write is in the file.
            while (exception is IOException && queue.TryDequeue(out var next))
            {
                group.Add(next);
            }

            group.ForEach(waiting => waiting.Failed(exception));
        }
    }

    private async Task WriteAsync(FashionRecsContext context, Waiting waiting)
    {
        if (waiting.IsOver)
        {
            return;
        }

        await context.Database.ExecuteSqlRawAsync("SAVEPOINT one");
        try
        {
            await waiting.WriteAsync(context);
        }
        catch (Exception exception) when (database.Dialect.IsOwnFault(exception))
        {
            // This one's own fault; the others of the group must not suffer for it.
            await context.Database.ExecuteSqlRawAsync("ROLLBACK TO one");
            waiting.Failed(database.Dialect.Explain(exception) ?? exception);
        }

        await context.Database.ExecuteSqlRawAsync("RELEASE one");
    }

    private abstract class Waiting(string about)
    {
        public string About => about;

        public abstract bool IsOver { get; }

        public abstract Task WriteAsync(FashionRecsContext context);

        public abstract void Committed();

        public abstract void Failed(Exception exception);
    }

    private sealed class Waiting<T>(string about, Func<FashionRecsContext, Task<T>> write) : Waiting(about)
    {
        private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;

        public Task<T> Done => done.Task;

        public override bool IsOver => done.Task.IsCompleted;

        public override async Task WriteAsync(FashionRecsContext context) => result = await write(context);

        public override void Committed() => done.TrySetResult(result!);

        public override void Failed(Exception exception) => done.TrySetException(exception);
    }
}
