using FashionRecs.Application.Jobs;

namespace FashionRecs.Web.Hosting.Jobs;

/// <summary>Writes into the log what becomes of jobs.</summary>
internal sealed class LoggedJobs(ILogger<JobWorker> log) : IJobLog
{
    /// <inheritdoc/>
    public void Began(Job job) => log.LogDebug("{Kind} {Subject} begins, try {Try}", job.Kind, job.Subject, job.Tries);

    /// <inheritdoc/>
    public void Ended(Job job) => log.LogDebug("{Kind} {Subject} is done", job.Kind, job.Subject);

    /// <inheritdoc/>
    public void Failed(Job job, string reason, TimeSpan? pause, Exception? exception)
    {
        if (pause is { } rest)
        {
            log.LogWarning(exception, "{Kind} {Subject} waits {Pause}: {Reason}", job.Kind, job.Subject, rest, reason);
        }
        else
        {
            log.LogError(exception, "{Kind} {Subject} was given up after {Tries} tries: {Reason}", job.Kind, job.Subject, job.Tries,
                reason);
        }
    }

    /// <inheritdoc/>
    public void Waits(string reason, Exception? exception) => log.LogWarning(exception, "Work behind the pages waits: {Reason}", reason);
}
