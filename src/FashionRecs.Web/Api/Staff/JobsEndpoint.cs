using System.ComponentModel;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Web.Api.Feeds;
using FashionRecs.Web.Api.Protocol;

namespace FashionRecs.Web.Api.Staff;

/// <summary>Long work and how far it is: catalog imports, and reading the catalog anew.</summary>
internal static class JobsEndpoint
{
    private const string NoJob = "There is no such job.";

    public static void MapJobs(this IEndpointRouteBuilder api)
    {
        api.MapGet("/jobs", ListAsync).ForServers(ApiScopes.Jobs)
            .WithSummary("The latest fifty catalog imports and times the catalog was read anew, newest first")
            .WithTags("jobs").WithName("jobs").Produces<JobsAnswer>();
        api.MapGet("/jobs/{id}", GetAsync).ForServers(ApiScopes.Jobs).WithSummary("How far a job is").WithTags("jobs")
            .WithName("job").Produces<JobAnswer>();
        api.MapGet("/jobs/{id}/refused", RefusedAsync).ForServers(ApiScopes.Jobs)
            .WithSummary("The files or rows of a catalog import that cannot be used, and why").WithTags("jobs")
            .WithName("refusedOfJob").Produces<ApiPage<RefusedRowAnswer>>();
    }

    private static async Task<IResult> ListAsync(HttpContext context, ICatalogImportStore imports, ReadingJobs readings) =>
        Results.Ok(new JobsAnswer([.. (await imports.AllAsync(cancellation: context.RequestAborted)).Select(JobAnswer.Of)
            .Concat(await readings.AllAsync(context.RequestAborted)).OrderByDescending(job => job.Began)]));

    private static async Task<IResult> GetAsync([Description("The job.")] Guid id, HttpContext context, ICatalogImportStore imports,
        ReadingJobs readings) => Results.Ok(
            await imports.TryFindAsync(id, context.RequestAborted) is { } import ? JobAnswer.Of(import)
            : (await readings.AllAsync(context.RequestAborted)).FirstOrDefault(job => job.Id == id)
                ?? throw ApiRefusedException.Missing(NoJob));

    private static async Task<IResult> RefusedAsync(
        [Description("The import.")] Guid id, [Description("Where the page begins, as the page before said it.")] string? cursor,
        [Description("Rows at most, 1 to 100.")] int? count, HttpContext context, ICatalogImportStore imports)
    {
        var (most, start) = (ApiPages.Count(count), ApiPages.Start(cursor));
        var import = await imports.TryFindAsync(id, context.RequestAborted) ?? throw ApiRefusedException.Missing(NoJob);
        var rows = await imports.ItemsAsync(id, CatalogImportOutcome.Refused, start, most, context.RequestAborted);
        return Results.Ok(ApiPages.Of(rows.Select(RefusedRowAnswer.Of), start, most, import.Of(CatalogImportOutcome.Refused)));
    }
}
