namespace FashionRecs.Application.CatalogImport;

/// <summary>
/// Lets one worker at a time carry an import on, however many programs have the shop open. It is held for a minute at a time: what a
/// killed program held goes on elsewhere after that, and one that was away for longer stops. Safe to share between threads.
/// </summary>
public sealed class CatalogImportLease(ICatalogImportStore imports, TimeProvider time)
{
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Renewed = TimeSpan.FromSeconds(15);

    /// <summary>This one among all workers.</summary>
    public Guid Worker { get; } = Guid.NewGuid();

    /// <summary>Does some work on an import while holding it.</summary>
    /// <param name="id">The import.</param>
    /// <param name="work">What to do; cancelled where somebody else took the import over.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>False where somebody else holds it, and nothing was done.</returns>
    /// <exception cref="IOException">The import was taken over meanwhile, or as <paramref name="work"/> says.</exception>
    public async Task<bool> WithAsync(Guid id, Func<CancellationToken, Task> work, CancellationToken cancellation = default)
    {
        if (!await imports.HoldAsync(id, Worker, Held, cancellation))
        {
            return false;
        }

        using var lost = new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lost.Token);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var renewing = RenewAsync(id, lost, done.Token);
        try
        {
            await work(either.Token);
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new IOException("The import was taken over by another program, since this one did not answer for a minute.");
        }
        finally
        {
            await done.CancelAsync();
            await renewing;
            await LetGoAsync(id);
        }

        return true;
    }

    private async Task RenewAsync(Guid id, CancellationTokenSource lost, CancellationToken done)
    {
        var until = time.GetUtcNow() + Held;
        using var timer = new PeriodicTimer(Renewed, time);
        try
        {
            while (await timer.WaitForNextTickAsync(done))
            {
                try
                {
                    if (await imports.HoldAsync(id, Worker, Held, done))
                    {
                        until = time.GetUtcNow() + Held;
                        continue;
                    }
                }
                catch (IOException) when (time.GetUtcNow() < until)
                {
                    continue; // Nobody can have taken it yet.
                }
                catch (IOException)
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

    private async Task LetGoAsync(Guid id)
    {
        try
        {
            await imports.LetGoAsync(id, Worker);
        }
        catch (IOException)
        {
            // It is free again after its time.
        }
    }
}
