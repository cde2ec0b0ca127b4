using FashionRecs.Application.Review.Queue;
using FashionRecs.Application.Shop;

namespace FashionRecs.Web.Merchandising.Queue;

/// <summary>
/// Works the queue's reasons out once when the server of a large catalog has started, so that nobody waits for that: with 100,000 products
/// it takes seconds. A small one is quick enough when somebody asks, and its start stays light; of one that is not in memory it would read
/// the whole database.
/// </summary>
public sealed class QueueWarmup(
    QueueBoardCache board, CatalogCache catalog, IHostApplicationLifetime lifetime, ILogger<QueueWarmup> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var begun = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        try
        {
            if (await catalog.GetAsync(stoppingToken) is { IsLarge: true, IsHeld: true })
            {
                await board.GetAsync(stoppingToken);
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            log.LogWarning("The queue is worked out when somebody opens it: {Reason}", exception.Message);
        }
    }
}
