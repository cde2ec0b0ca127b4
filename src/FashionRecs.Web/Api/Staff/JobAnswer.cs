using System.Text.Json;
using FashionRecs.Application.CatalogImport;

namespace FashionRecs.Web.Api.Staff;

/// <summary>Long work.</summary>
/// <param name="Jobs">Newest first.</param>
internal sealed record JobsAnswer(IReadOnlyList<JobAnswer> Jobs);

/// <summary>A catalog import, or a time the catalog was read anew with other weights.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="State">open, reading, ready, running, paused, done, cancelled, refused or takenBack.</param>
/// <param name="Trouble">Why it stands still; null where it does not.</param>
/// <param name="Began">When it began.</param>
/// <param name="Seen">Files or rows that were looked through.</param>
/// <param name="ToRead">Products whose picture has to be read.</param>
/// <param name="Read">Of these, how many were.</param>
/// <param name="Refused">Files or rows that cannot be used.</param>
/// <param name="Kind">import or reading.</param>
internal sealed record JobAnswer(Guid Id, string Name, string State, string? Trouble, DateTimeOffset Began, int Seen, int ToRead, int Read,
    int Refused, string Kind)
{
    public static JobAnswer Of(CatalogImportSummary job) => new(
        job.Id, job.Name, JsonNamingPolicy.CamelCase.ConvertName(job.State.ToString()), job.Trouble, job.At, job.Seen, job.ToRead,
        job.Read, job.Of(CatalogImportOutcome.Refused), "import");
}
