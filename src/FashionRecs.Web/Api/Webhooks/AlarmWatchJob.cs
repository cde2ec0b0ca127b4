using FashionRecs.Application.Jobs;

namespace FashionRecs.Web.Api.Webhooks;

/// <summary>Looks for alarms of an experiment in which something happened. Done by servers, which compute results.</summary>
public sealed class AlarmWatchJob(AlarmWatch watch) : IJobKind
{
    /// <inheritdoc/>
    public string Name => "webhook-alarms";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public string Title => "Looking for alarms of an experiment";

    /// <inheritdoc/>
    public bool IsOfServer => true;

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> LookAsync(CancellationToken cancellation) => watch.ChangedAsync(cancellation);

    /// <inheritdoc/>
    public Task RunAsync(string subject, Action<int, int> progress, CancellationToken cancellation) =>
        watch.LookAtAsync(subject, cancellation);
}
