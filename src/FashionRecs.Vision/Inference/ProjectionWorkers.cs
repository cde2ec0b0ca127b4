using System.Runtime.CompilerServices;
using FashionRecs.Vision.Saliency;

namespace FashionRecs.Vision.Inference;

/// <summary>One picture's outcome by its place in the list: projected, or the sentence that says why not.</summary>
public sealed record IndexedProjection(int Index, MappedPicture? Result, string? Error);

/// <summary>
/// Projects many pictures on several threads, each of which decodes a batch and then runs the network on it on one thread: while
/// one decodes another computes, nothing waits for the slowest part of a convolution, and two cores give twice the pictures of one.
/// </summary>
public sealed class ProjectionWorkers(ProjectionEngine engine, TimeProvider? time = null)
{
    /// <summary>What regions are pooled to; null (the default) for no features.</summary>
    public PoolGrid? Grid { get; init; }

    /// <summary>Threads, from 1; default one per processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Pictures per batch, from 1; default 16.</summary>
    public int Batch { get; init; } = 16;

    /// <summary>Time spent in each step so far, summed over threads.</summary>
    public StepTimes Times { get; private set; }

    /// <summary>Projects pictures; one outcome each, in order.</summary>
    /// <param name="count">How many.</param>
    /// <param name="read">Gives the bytes of one; it may throw <see cref="InvalidDataException"/> or <see cref="IOException"/>. Called from
    /// several threads.</param>
    /// <param name="cancellation">Stops between batches.</param>
    public async IAsyncEnumerable<IndexedProjection> RunAsync(int count, Func<int, byte[]> read,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var batches = (count + Batch - 1) / Batch;
        var results = new TaskCompletionSource<IndexedProjection[]>[batches];
        for (var i = 0; i < batches; i++)
        {
            results[i] = new TaskCompletionSource<IndexedProjection[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var ahead = new SemaphoreSlim(Threads * 2); // finished batches that nobody has taken yet do not pile up
        var (taken, allThreads) = (-1, engine.Threads);
        Task[] workers = [.. Enumerable.Range(0, Math.Min(Threads, batches)).Select(_ => Task.Factory.StartNew(
            Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        try
        {
            foreach (var result in results)
            {
                foreach (var one in await result.Task.WaitAsync(cancellation))
                {
                    yield return one;
                }

                ahead.Release();
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(workers);
            engine.Threads = allThreads;
        }

        void Work()
        {
            engine.Threads = Threads == 1 ? allThreads : 1;
            using var batch = new ProjectionBatch(engine, Batch, Grid, time ?? TimeProvider.System);
            try
            {
                while (true)
                {
                    ahead.Wait(stop.Token);
                    var next = Interlocked.Increment(ref taken);
                    if (next >= batches)
                    {
                        break;
                    }

                    try
                    {
                        results[next].SetResult(Project(batch, next * Batch, Math.Min(count, (next + 1) * Batch), read));
                    }
                    catch (Exception exception)
                    {
                        results[next].SetException(exception);
                    }
                }
            }
            catch (OperationCanceledException)
            {
                // The reader has what it wanted, or was cancelled itself.
            }

            lock (results)
            {
                Times += batch.Times;
            }
        }
    }

    private static IndexedProjection[] Project(ProjectionBatch batch, int from, int to, Func<int, byte[]> read)
    {
        batch.Clear();
        var outcomes = new IndexedProjection[to - from];
        for (var i = from; i < to; i++)
        {
            try
            {
                batch.Add(read(i));
            }
            catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                outcomes[i - from] = new IndexedProjection(i, null, exception.Message);
            }
        }

        var mapped = batch.Run();
        for (int i = 0, next = 0; i < outcomes.Length; i++)
        {
            outcomes[i] ??= new IndexedProjection(from + i, mapped[next++], null);
        }

        return outcomes;
    }
}
