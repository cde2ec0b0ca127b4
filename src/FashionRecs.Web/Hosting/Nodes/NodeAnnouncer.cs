using FashionRecs.Application.Nodes;

namespace FashionRecs.Web.Hosting.Nodes;

/// <summary>Tells the shop's other servers now and then that this one is there and what it runs.</summary>
internal sealed class NodeAnnouncer(NodeRoster nodes, TimeProvider time) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(NodeRoster.Interval, time);
        do
        {
            await nodes.TellAsync();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
