using System.Text.Json;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.Jobs;

namespace FashionRecs.Web.Api.Staff;

/// <summary>Work behind the pages.</summary>
/// <param name="Jobs">What runs, failed, is tried again or was done lately; newest first.</param>
/// <param name="Waiting">How many jobs of each kind wait for their turn.</param>
internal sealed record JobsAnswer(IReadOnlyList<JobAnswer> Jobs, IReadOnlyDictionary<string, int> Waiting);

/// <summary>A job; one of a catalog import stands for the import.</summary>
/// <param name="Id">Its id: a job's own, or the import's.</param>
/// <param name="Name">What people call it.</param>
/// <param name="State">
/// Of a job waiting, running, failed or done; of an import open, reading, ready, running, paused, done, cancelled, refused or takenBack.
/// </param>
/// <param name="Trouble">Why it stands still, or is tried again; null where it does not.</param>
/// <param name="Began">When it began, or was asked for.</param>
/// <param name="Seen">Files or rows that were looked through; of a job that is no import, how much it did.</param>
/// <param name="ToRead">Products whose picture has to be read; of a job that is no import, how much there is to do.</param>
/// <param name="Read">Of these, how many were.</param>
/// <param name="Refused">Files or rows that cannot be used.</param>
/// <param name="Kind">import, reading, feed, webhook-delivery and so on.</param>
/// <param name="Tries">How often the job was begun since somebody last asked for it; null of an import.</param>
/// <param name="Next">When it is tried again; null where it is not.</param>
/// <param name="Subject">What it is done to, in the kind's own words: a feed's or webhook's id, for example; null of an import.</param>
internal sealed record JobAnswer(Guid Id, string Name, string State, string? Trouble, DateTimeOffset Began, int Seen, int ToRead, int Read,
    int Refused, string Kind, int? Tries, DateTimeOffset? Next, string? Subject)
{
    public static JobAnswer Of(CatalogImportSummary job) => new(
        job.Id, job.Name, Word(job.State), job.Trouble, job.At, job.Seen, job.ToRead,
        job.Read, job.Of(CatalogImportOutcome.Refused), KindOf(CatalogImportJob.Kind), null, null, null);

    public static JobAnswer Of(Job job, IEnumerable<IJobKind> kinds) => new(
        job.Id, kinds.FirstOrDefault(kind => kind.Name == job.Kind)?.Title ?? job.Kind, Word(job.State), job.Reason,
        job.Begun ?? job.Queued, job.Done, job.Total, job.Done, 0, KindOf(job.Kind), job.Tries,
        job.State == JobState.Waiting ? job.Due : null, job.Subject);

    /// <summary>What a kind is called here: two of them were before there were others.</summary>
    public static string KindOf(string kind) => kind switch
    {
        CatalogImportJob.Kind => "import",
        ReadPicturesJob.Kind => "reading",
        _ => kind,
    };

    private static string Word<T>(T state)
        where T : Enum => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
}
