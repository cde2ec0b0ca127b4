using FashionRecs.Application.Jobs;

namespace FashionRecs.Web.Api.Webhooks;

/// <summary>Writes messages about what happened in the catalog. Done by servers, like all that webhooks need.</summary>
public sealed class CatalogWatchJob(CatalogWatch watch) : IJobKind
{
    /// <inheritdoc/>
    public string Name => "webhook-catalog";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public string Title => "Noticing changes for webhooks";

    /// <inheritdoc/>
    public bool IsOfServer => true;

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> LookAsync(CancellationToken cancellation) =>
        await watch.IsBehindAsync(cancellation) ? [""] : [];

    /// <inheritdoc/>
    public Task RunAsync(string subject, Action<int, int> progress, CancellationToken cancellation) => watch.StepAsync(cancellation);
}
