using FashionRecs.Application.Jobs;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Jobs;

/// <summary>
/// Asks for jobs within the transaction of whatever makes them needed, so that neither is kept without the other.
/// </summary>
internal sealed class JobQueue(TimeProvider time)
{
    private const string Insert = """
        INSERT INTO "Jobs" ("Id", "Kind", "Version", "Subject", "Once", "State", "Again", "Tries", "HeldUntilMilliseconds", "Done", "Total",
            "QueuedMilliseconds", "DueMilliseconds")
        VALUES ({0}, {1}, {2}, {3}, {4}, {5}, {6}, 0, 0, 0, 0, {7}, {7})
        ON CONFLICT ("Once") DO
        """ + " ";

    /// <summary>Where somebody only noticed that there is something to do, a job that is there stays as it is.</summary>
    private const string AskNoticed = Insert + "NOTHING";

    /// <summary>Where something has changed, one that runs does so once more, and one that was given up begins anew.</summary>
    private const string AskAnew = Insert + """
        UPDATE SET
            "Again" = ("Jobs"."State" = 'Running'),
            "State" = CASE WHEN "Jobs"."State" = 'Running' THEN 'Running' ELSE 'Waiting' END,
            "Tries" = CASE WHEN "Jobs"."State" = 'Running' THEN "Jobs"."Tries" ELSE 0 END,
            "Version" = excluded."Version", "DueMilliseconds" = excluded."DueMilliseconds"
        """;

    /// <summary>Asks for a job: see <see cref="IJobStore.QueueAsync"/>.</summary>
    public Task AskAsync(FashionRecsContext context, WantedJob job, bool anew, CancellationToken cancellation) =>
        context.Database.ExecuteSqlRawAsync(anew ? AskAnew : AskNoticed,
            [Guid.NewGuid(), job.Kind, job.Version, job.Subject, Once(job), nameof(JobState.Waiting), false,
                time.GetUtcNow().ToUnixTimeMilliseconds()], cancellation);

    /// <summary>What a job is the only one of.</summary>
    public static string Once(WantedJob job) => $"{job.Kind} {job.Subject}";
}
