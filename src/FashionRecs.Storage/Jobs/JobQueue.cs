using FashionRecs.Application.Jobs;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Jobs;

/// <summary>
/// Asks for jobs within the transaction of whatever makes them needed, so that neither is kept without the other.
/// </summary>
internal sealed class JobQueue(TimeProvider time)
{
    /// <summary>What becomes of a job that is there already when somebody only noticed that there is something to do.</summary>
    private const string Left = "DO NOTHING";

    /// <summary>What becomes of it when something has changed.</summary>
    private const string Anew = """
        DO UPDATE SET
            "Again" = ("Jobs"."State" = 'Running'),
            "State" = CASE WHEN "Jobs"."State" = 'Running' THEN 'Running' ELSE 'Waiting' END,
            "Tries" = CASE WHEN "Jobs"."State" = 'Running' THEN "Jobs"."Tries" ELSE 0 END,
            "Version" = excluded."Version", "DueMilliseconds" = excluded."DueMilliseconds"
        """;

    /// <summary>Asks for a job: see <see cref="IJobStore.QueueAsync"/>.</summary>
    public Task AskAsync(FashionRecsContext context, WantedJob job, bool anew, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return context.Database.ExecuteSqlRawAsync(
            $$"""
              INSERT INTO "Jobs" ("Id", "Kind", "Version", "Subject", "Once", "State", "Again", "Tries", "HeldUntilMilliseconds", "Done",
                  "Total", "QueuedMilliseconds", "DueMilliseconds")
              VALUES ({0}, {1}, {2}, {3}, {4}, {5}, {6}, 0, 0, 0, 0, {7}, {7})
              ON CONFLICT ("Once") {{(anew ? Anew : Left)}}
              """,
            [Guid.NewGuid(), job.Kind, job.Version, job.Subject, Once(job), nameof(JobState.Waiting), false, now], cancellation);
    }

    /// <summary>What a job is the only one of.</summary>
    public static string Once(WantedJob job) => $"{job.Kind} {job.Subject}";
}
