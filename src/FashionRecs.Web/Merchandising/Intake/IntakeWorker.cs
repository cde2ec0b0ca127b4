using FashionRecs.Core.Projection;
using FashionRecs.Storage.Intake;

namespace FashionRecs.Web.Merchandising.Intake;

/// <summary>Carries intakes on in the background, one after the other; after a restart it takes up what was under way.</summary>
public sealed class IntakeWorker(IntakeStore intakes, IntakeRun run, IPictureProjector projector, IntakeMeter meter, TimeProvider time, ILogger<IntakeWorker> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await intakes.NextAsync(stoppingToken) is not { } next)
                {
                    continue;
                }

                if (next.State == IntakeState.Reading)
                {
                    await run.ReadAsync(next.Id, projector, stoppingToken);
                }
                else
                {
                    meter.Start(next.Id);
                    await run.ProjectAsync(next.Id, projector, (done, _) => meter.Report(next.Id, done), stoppingToken);
                }
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException)
            {
                log.LogWarning("An intake waits: {Reason}", exception.Message);
                await Task.Delay(TimeSpan.FromSeconds(10), time, stoppingToken);
            }
        }
    }
}
