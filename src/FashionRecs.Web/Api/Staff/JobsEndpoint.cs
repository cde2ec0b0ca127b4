using System.ComponentModel;
using System.Text.Json;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Web.Api.Protocol;

namespace FashionRecs.Web.Api.Staff;

/// <summary>Long work and how far it is: catalog imports.</summary>
internal static class JobsEndpoint
{
    public static void MapJobs(this IEndpointRouteBuilder api)
    {
        api.MapGet("/jobs", ListAsync).ForServers(ApiScopes.Jobs).WithSummary("The latest fifty catalog imports, newest first")
            .WithTags("jobs").WithName("jobs").Produces<JobsAnswer>();
        api.MapGet("/jobs/{id}", GetAsync).ForServers(ApiScopes.Jobs).WithSummary("How far a catalog import is").WithTags("jobs")
            .WithName("job").Produces<JobAnswer>();
    }

    private static async Task<IResult> ListAsync(HttpContext context, ICatalogImportStore imports) =>
        Results.Ok(new JobsAnswer([.. (await imports.AllAsync(cancellation: context.RequestAborted)).Select(JobAnswer.Of)]));

    private static async Task<IResult> GetAsync([Description("The import.")] Guid id, HttpContext context, ICatalogImportStore imports) =>
        Results.Ok(JobAnswer.Of(await imports.TryFindAsync(id, context.RequestAborted)
            ?? throw ApiRefusedException.Missing("There is no such import.")));
}

/// <summary>Long work.</summary>
/// <param name="Jobs">Newest first.</param>
internal sealed record JobsAnswer(IReadOnlyList<JobAnswer> Jobs);

/// <summary>A catalog import.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="State">open, reading, ready, running, paused, done, cancelled or refused.</param>
/// <param name="Trouble">Why it stands still; null where it does not.</param>
/// <param name="Began">When it began.</param>
/// <param name="Seen">Files or rows that were looked through.</param>
/// <param name="ToRead">Products whose picture has to be read.</param>
/// <param name="Read">Of these, how many were.</param>
/// <param name="Refused">Files or rows that cannot be used.</param>
internal sealed record JobAnswer(Guid Id, string Name, string State, string? Trouble, DateTimeOffset Began, int Seen, int ToRead, int Read,
    int Refused)
{
    public static JobAnswer Of(CatalogImportSummary job) => new(
        job.Id, job.Name, JsonNamingPolicy.CamelCase.ConvertName(job.State.ToString()), job.Trouble, job.At, job.Seen, job.ToRead,
        job.Read, job.Of(CatalogImportOutcome.Refused));
}
