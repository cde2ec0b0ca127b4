using System.ComponentModel;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.Jobs;
using FashionRecs.Web.Api.Feeds;
using FashionRecs.Web.Api.Protocol;

namespace FashionRecs.Web.Api.Staff;

/// <summary>Work behind the pages and how far it is.</summary>
internal static class JobsEndpoint
{
    private const string NoJob = "There is no such job.";

    public static void MapJobs(this IEndpointRouteBuilder api)
    {
        api.MapGet("/jobs", ListAsync).ForServers(ApiScopes.Jobs)
            .WithSummary("What runs behind the pages, failed, is tried again or was done lately, at most fifty of each, newest first")
            .WithTags("jobs").WithName("jobs").Produces<JobsAnswer>();
        api.MapGet("/jobs/{id}", GetAsync).ForServers(ApiScopes.Jobs).WithSummary("How far a job is").WithTags("jobs")
            .WithName("job").Produces<JobAnswer>();
        api.MapGet("/jobs/{id}/refused", RefusedAsync).ForServers(ApiScopes.Jobs)
            .WithSummary("The files or rows of a catalog import that cannot be used, and why").WithTags("jobs")
            .WithName("refusedOfJob").Produces<ApiPage<RefusedRowAnswer>>();
    }

    private static async Task<IResult> ListAsync(HttpContext context, IJobStore jobs, ICatalogImportStore imports,
        IEnumerable<IJobKind> kinds)
    {
        var list = await jobs.ListAsync(cancellation: context.RequestAborted);
        var answers = new Dictionary<Guid, JobAnswer>();
        foreach (var job in list.Running.Concat(list.Again).Concat(list.Failed).Concat(list.Done))
        {
            var answer = await OfAsync(job, imports, kinds, context.RequestAborted);
            answers.TryAdd(answer.Id, answer);
        }

        return Results.Ok(new JobsAnswer([.. answers.Values.OrderByDescending(job => job.Began)],
            list.Waiting.ToDictionary(pair => JobAnswer.KindOf(pair.Key), pair => pair.Value)));
    }

    private static async Task<IResult> GetAsync([Description("The job, or the import.")] Guid id, HttpContext context, IJobStore jobs,
        ICatalogImportStore imports, IEnumerable<IJobKind> kinds) => Results.Ok(
            await jobs.TryFindAsync(id, context.RequestAborted) is { } job ? await OfAsync(job, imports, kinds, context.RequestAborted)
            : await imports.TryFindAsync(id, context.RequestAborted) is { } import ? JobAnswer.Of(import)
            : throw ApiRefusedException.Missing(NoJob));

    /// <summary>A job of an import says what the import says: its name, and which rows cannot be used.</summary>
    private static async Task<JobAnswer> OfAsync(Job job, ICatalogImportStore imports, IEnumerable<IJobKind> kinds,
        CancellationToken cancellation) =>
        job is { Kind: CatalogImportJob.Kind, State: not JobState.Failed, Reason: null }
        && Guid.TryParse(job.Subject, out var id) && await imports.TryFindAsync(id, cancellation) is { } import
            ? JobAnswer.Of(import) : JobAnswer.Of(job, kinds);

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
