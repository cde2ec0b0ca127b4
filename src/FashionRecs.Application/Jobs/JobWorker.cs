namespace FashionRecs.Application.Jobs;

/// <summary>
/// Does jobs, one of each kind at a time, as long as the program runs. Nothing that a job does ends it: a locked database makes it wait,
/// an error makes that job rest. One per process.
/// </summary>
public sealed class JobWorker(IJobStore jobs, IEnumerable<IJobKind> known, JobPlace place, JobOptions options, IJobLog log,
    TimeProvider time)
{
    /// <summary>Those that are done here.</summary>
    private readonly Dictionary<string, IJobKind> kinds = known
        .Where(kind => kind.IsPossible && (place.IsServer ? options.Run || kind.IsOfServer : !kind.IsOfServer))
        .ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    private readonly Dictionary<string, Task> running = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> looked = new(StringComparer.Ordinal);
    private DateTimeOffset tidied;

    /// <summary>This one among all workers.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>Works until it is told to stop; what it works on then is put back for others.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var rest = options.Look;
            try
            {
                await LookAsync(stop);
                await TakeAsync(stop);
            }
            catch (Exception exception) when (!stop.IsCancellationRequested)
            {
                log.Waits(exception.Message, IsSentence(exception) ? null : exception);
                rest = options.FirstPause;
            }
            catch (OperationCanceledException)
            {
                break;
            }

            await Task.WhenAny([Task.Delay(rest, time, stop), .. running.Values.Where(task => !task.IsCompleted)]);
        }

        await Task.WhenAll(running.Values);
    }

    /// <summary>Does what there is to do until nothing is due any more; returns how many jobs it began.</summary>
    public async Task<int> DrainAsync(CancellationToken cancellation = default)
    {
        var begun = 0;
        await LookAsync(cancellation);
        while (await TakeAsync(cancellation) is > 0 and var more)
        {
            begun += more;
            await Task.WhenAll(running.Values);
        }

        return begun;
    }

    /// <summary>Asks for what there is to do that nobody asked for.</summary>
    private async Task LookAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var kind in kinds.Values)
        {
            // A clock that was set back must not stop it.
            if (looked.TryGetValue(kind.Name, out var before) && now >= before && now - before < kind.Every)
            {
                continue;
            }

            looked[kind.Name] = now;
            try
            {
                if (await kind.LookAsync(cancellation) is { Count: > 0 } subjects)
                {
                    await jobs.QueueAsync([.. subjects.Select(subject => new WantedJob(kind.Name, kind.Version, subject))], anew: false,
                        cancellation);
                }
            }
            catch (Exception exception) when (!cancellation.IsCancellationRequested)
            {
                // What stands in the way of one kind is no reason to leave the others undone.
                log.Waits($"{kind.Title}: {exception.Message}", IsSentence(exception) ? null : exception);
            }
        }

        if (now < tidied || now - tidied > TimeSpan.FromHours(1))
        {
            tidied = now;
            await jobs.TidyAsync([.. known.Select(kind => kind.Name)], now - TimeSpan.FromDays(options.KeepDays), cancellation);
        }
    }

    private async Task<int> TakeAsync(CancellationToken cancellation)
    {
        var begun = 0;
        foreach (var over in running.Where(pair => pair.Value.IsCompleted).Select(pair => pair.Key).ToArray())
        {
            running.Remove(over);
        }

        while (running.Count < kinds.Count
            && await jobs.TakeAsync(Id, [.. kinds.Keys.Except(running.Keys)], options.Lease, cancellation) is { } job)
        {
            begun++;
            running[job.Kind] = Task.Run(() => RunAsync(job, cancellation), CancellationToken.None);
        }

        return begun;
    }

    private async Task RunAsync(Job job, CancellationToken stop)
    {
        try
        {
            await TryAsync(job, stop);
        }
        catch (Exception exception)
        {
            // Not even what became of it could be kept: it is somebody's again once its time has run out.
            log.Waits(exception.Message, IsSentence(exception) ? null : exception);
        }
    }

    private async Task TryAsync(Job job, CancellationToken stop)
    {
        var kind = kinds[job.Kind];
        if (job.Version > kind.Version)
        {
            await jobs.PutBackAsync(job.Id, Id, options.FirstPause, CancellationToken.None);
            return;
        }

        if (Impossible(job, kind) is { } why)
        {
            await FailAsync(job, why, null, null);
            return;
        }

        log.Began(job);
        var lease = new JobLease(jobs, job, Id, options, time);
        try
        {
            if (!await lease.RunAsync(held => kind.RunAsync(job.Subject, lease.Report, held), stop))
            {
                log.Waits($"{kind.Title} is no longer this program's: it was cancelled, or another program took it over.", null);
                return;
            }

            await jobs.EndAsync(job.Id, Id, CancellationToken.None);
            log.Ended(job);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await jobs.PutBackAsync(job.Id, Id, TimeSpan.Zero, CancellationToken.None);
        }
        catch (JobRestsException rests)
        {
            await jobs.FailAsync(job.Id, Id, rests.Message, rests.Pause, counts: false, CancellationToken.None);
            log.Failed(job, rests.Message, rests.Pause, null);
        }
        catch (Exception exception)
        {
            TimeSpan? pause = job.Tries >= options.Tries || exception is InvalidDataException ? null : options.Pause(job.Tries);
            await FailAsync(job, Sentence(exception), pause, IsSentence(exception) ? null : exception);
        }
    }

    private string? Impossible(Job job, IJobKind kind) =>
        job.Version < kind.Version
            ? $"It was asked for by an earlier version of FashionRecs (version {job.Version} of this job, now {kind.Version}) and means "
                + "nothing any more; ask for it again where it comes from."
        : job.Tries > options.Tries
            ? $"The program ended {options.Tries} times while it worked on this; its log may say why."
        : null;

    private async Task FailAsync(Job job, string reason, TimeSpan? pause, Exception? exception)
    {
        await jobs.FailAsync(job.Id, Id, reason, pause, cancellation: CancellationToken.None);
        log.Failed(job, reason, pause, exception);
    }

    private static bool IsSentence(Exception exception) => exception is IOException or InvalidDataException or UnauthorizedAccessException;

    private static string Sentence(Exception exception) => IsSentence(exception) ? exception.Message
        : $"An error that nobody foresaw ({exception.GetType().Name}: {exception.Message}).";
}
