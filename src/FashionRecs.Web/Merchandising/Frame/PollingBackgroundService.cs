namespace FashionRecs.Web.Merchandising.Frame;

/// <summary>
/// Looks now and then whether there is something to do, and does it. A locked database, a full disk or a damaged file makes it wait, not
/// end: what ended here would take the whole shop with it.
/// </summary>
/// <param name="look">How often it looks.</param>
/// <param name="trouble">How long it waits then.</param>
/// <param name="task">What waits meanwhile, for the log: "An import".</param>
/// <param name="time">The clock.</param>
/// <param name="log">Told when and why it waits.</param>
public abstract class PollingBackgroundService(TimeSpan look, TimeSpan trouble, string task, TimeProvider time, ILogger log)
    : BackgroundService
{
    /// <summary>Looks once and does what there is to do.</summary>
    protected abstract Task StepAsync(CancellationToken cancellation);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await StepAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is IOException or InvalidDataException)
            {
                log.LogWarning("{Task} waits: {Reason}", task, exception.Message);
                await Task.Delay(trouble, time, stoppingToken);
            }
        }
    }
}
