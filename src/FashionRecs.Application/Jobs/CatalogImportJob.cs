using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.Models;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Application.Jobs;

/// <summary>Carries an import on, up to its preview or into the shop. It is asked for with the step that lets it go on.</summary>
public sealed class CatalogImportJob(ICatalogImportStore imports, CatalogImportLease lease, CatalogImportRun run,
    IPictureProjector projector) : IJobKind
{
    /// <summary>Its name.</summary>
    public const string Kind = "catalog-import";

    /// <summary>Its version.</summary>
    public const int KindVersion = 1;

    /// <summary>
    /// A program that was killed holds its import for a minute. Waiting for that is no failure: growing pauses would make it minutes more,
    /// and a server that is killed again and again would use up the tries.
    /// </summary>
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public string Name => Kind;

    /// <inheritdoc/>
    public int Version => KindVersion;

    /// <inheritdoc/>
    public string Title => "Import of products";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <summary>Asks for an import to be carried on.</summary>
    public static WantedJob Of(Guid import) => new(Kind, KindVersion, import.ToString());

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> LookAsync(CancellationToken cancellation) =>
        await imports.NextAsync(lease.Worker, cancellation) is { } next ? [next.Id.ToString()] : [];

    /// <inheritdoc/>
    public async Task RunAsync(string subject, Action<int, int> progress, CancellationToken cancellation)
    {
        var id = Guid.Parse(subject);
        if (projector is IFollowingProjector following)
        {
            await following.FollowAsync(cancellation);
        }

        // A command line may carry the same one on.
        if (!await lease.WithAsync(id, held => CarryOnAsync(id, progress, held), cancellation))
        {
            throw new JobRestsException("Another program carries this import on just now.", Busy);
        }
    }

    private async Task CarryOnAsync(Guid id, Action<int, int> progress, CancellationToken cancellation)
    {
        switch (await imports.StateAsync(id, cancellation))
        {
            case CatalogImportState.Reading:
                await run.ReadAsync(id, projector, progress, cancellation);
                break;
            case CatalogImportState.Running:
                await run.ProjectAsync(id, projector, progress, cancellation);
                break;
        }
    }
}
