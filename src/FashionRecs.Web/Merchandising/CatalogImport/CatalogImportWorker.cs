using FashionRecs.Application.CatalogImport;
using FashionRecs.Domain.Projection;
using FashionRecs.Web.Merchandising.Frame;

namespace FashionRecs.Web.Merchandising.CatalogImport;

/// <summary>Carries imports on in the background, one after the other; after a restart it takes up what was under way.</summary>
public sealed class CatalogImportWorker(ICatalogImportStore imports, CatalogImportRun run, IPictureProjector projector,
    CatalogImportMeter meter, PollingOptions polling, TimeProvider time,
    ILogger<CatalogImportWorker> log)
    : PollingBackgroundService(polling.Imports, polling.Trouble, "An import", time, log)
{
    /// <inheritdoc/>
    protected override async Task StepAsync(CancellationToken cancellation)
    {
        if (await imports.NextAsync(cancellation) is not { } next)
        {
            return;
        }

        try
        {
            if (next.State == CatalogImportState.Reading)
            {
                await run.ReadAsync(next.Id, projector, (done, total) => meter.Look(next.Id, done, total), cancellation);
                meter.LookedThrough(next.Id);
            }
            else
            {
                meter.Start(next.Id);
                await run.ProjectAsync(next.Id, projector, (done, _) => meter.Report(next.Id, done), cancellation);
            }

            meter.GoesOn(next.Id);
        }
        catch (IOException exception)
        {
            meter.Wait(next.Id, exception.Message);
            throw;
        }
    }
}
