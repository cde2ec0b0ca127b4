namespace FashionRecs.Application.Jobs;

/// <summary>Holds a job while somebody works on it, and keeps how far it is. Safe to share between threads.</summary>
internal sealed class JobLease(IJobStore jobs, Job job, Guid worker, JobOptions options, TimeProvider time)
{
    private int done;
    private int total;

    /// <summary>Told how far it is; written with the next sign of life.</summary>
    public void Report(int count, int of)
    {
        Volatile.Write(ref total, of);
        Volatile.Write(ref done, count);
    }

    /// <summary>Does the work.</summary>
    /// <returns>False where somebody else took the job over, since this program gave no sign of life for too long.</returns>
    public async Task<bool> RunAsync(Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        using var lost = new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lost.Token);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var renewing = RenewAsync(lost, over.Token);
        try
        {
            await work(either.Token);
            return true;
        }
        catch (Exception) when (lost.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            await over.CancelAsync();
            await renewing;
        }
    }

    private async Task RenewAsync(CancellationTokenSource lost, CancellationToken over)
    {
        var until = time.GetUtcNow() + options.Lease;
        // Often enough that people see it move, and that one missed sign of life costs nothing.
        var rest = TimeSpan.FromTicks(Math.Min(options.Lease.Ticks / 4, TimeSpan.TicksPerSecond));
        using var timer = new PeriodicTimer(rest, time);
        try
        {
            while (await timer.WaitForNextTickAsync(over))
            {
                try
                {
                    if (await jobs.HoldAsync(job.Id, worker, options.Lease, Volatile.Read(ref done), Volatile.Read(ref total), over))
                    {
                        until = time.GetUtcNow() + options.Lease;
                        continue;
                    }
                }
                catch (Exception exception) when (exception is not OperationCanceledException && time.GetUtcNow() < until)
                {
                    continue; // Nobody can have taken it yet.
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                }

                await lost.CancelAsync();
                return;
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}
