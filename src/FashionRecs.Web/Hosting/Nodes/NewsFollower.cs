using FashionRecs.Application.Models;
using FashionRecs.Application.Notices;
using FashionRecs.Application.Shop;
using FashionRecs.Web.Shop.Lists;

namespace FashionRecs.Web.Hosting.Nodes;

/// <summary>
/// Brings this server up to date when any server changed something, so that no page waits for it: the catalog, the weights in use, and
/// what is remembered of shoppers who had everything removed.
/// </summary>
internal sealed class NewsFollower(
    INotices notices, CatalogCache catalog, IFollowingProjector projector, OpenLists lists, TimeProvider time, ILogger<NewsFollower> log)
    : IHostedService, IDisposable
{
    private readonly CancellationTokenSource ending = new();
    private IDisposable[] following = [];
    private int refreshing;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        following =
        [
            notices.Follow(NoticeKinds.Catalog, _ => Soon(RefreshAsync)),
            notices.Follow(NoticeKinds.Weights, _ => Soon(() => projector.FollowAsync(ending.Token))),
            notices.Follow(NoticeKinds.ShopperDeleted, Forget),
        ];
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Array.ForEach(following, one => one.Dispose());
        await ending.CancelAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => ending.Dispose();

    private Task Forget(string? subject)
    {
        if (Guid.TryParseExact(subject, "N", out var shopper))
        {
            lists.Forget(shopper);
        }

        return Task.CompletedTask;
    }

    /// <summary>Reads the catalog once for many changes, as while an import runs.</summary>
    private async Task RefreshAsync()
    {
        if (Interlocked.Exchange(ref refreshing, 1) == 1)
        {
            return;
        }

        await Task.Delay(TimeSpan.FromMilliseconds(500), time, ending.Token);
        Volatile.Write(ref refreshing, 0);
        await catalog.GetAsync(ending.Token);
    }

    /// <summary>Whoever tells waits for none of it.</summary>
    private Task Soon(Func<Task> work)
    {
        _ = Task.Run(async () =>
        {
            try
            {
                await work();
            }
            catch (OperationCanceledException) when (ending.IsCancellationRequested)
            {
                // The server ends.
            }
            catch (Exception exception)
            {
                log.LogDebug("The next page finds out itself: {Reason}", exception.Message);
            }
        });
        return Task.CompletedTask;
    }
}
