using FashionRecs.Application.CatalogImport;
using FashionRecs.Domain.Projection;
using FashionRecs.Web.Merchandising.Frame;

namespace FashionRecs.Web.Merchandising.CatalogImport;

/// <summary>Carries imports on in the background, one after the other; after a restart it takes up what was under way.</summary>
public sealed class CatalogImportWorker(ICatalogImportStore imports, CatalogImportLease lease, CatalogImportRun run,
    IPictureProjector projector, CatalogImportMeter meter, PollingOptions polling, TimeProvider time,
    ILogger<CatalogImportWorker> log)
    : PollingBackgroundService(polling.Imports, polling.Trouble, "An import", time, log)
{
    /// <inheritdoc/>
    protected override async Task StepAsync(CancellationToken cancellation)
    {
        if (await imports.NextAsync(lease.Worker, cancellation) is not { } next)
        {
            return;
        }

        try
        {
            await lease.WithAsync(next.Id, held => CarryOnAsync(next.Id, held), cancellation);
        }
        catch (IOException exception)
        {
            meter.Wait(next.Id, exception.Message);
            throw;
        }
    }

    private async Task CarryOnAsync(Guid id, CancellationToken cancellation)
    {
        // Somebody else may have brought it on between the question and the hold.
        switch (await imports.StateAsync(id, cancellation))
        {
            case CatalogImportState.Reading:
                await run.ReadAsync(id, projector, (done, total) => meter.Look(id, done, total), cancellation);
                meter.LookedThrough(id);
                break;
            case CatalogImportState.Running:
                meter.Start(id);
                await run.ProjectAsync(id, projector, (done, _) => meter.Report(id, done), cancellation);
                break;
        }

        meter.GoesOn(id);
    }
}
