using System.ComponentModel;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.Feeds;
using FashionRecs.Web.Api.Keys;
using FashionRecs.Web.Api.Protocol;

namespace FashionRecs.Web.Api.Feeds;

/// <summary>Lists of products that the shop fetches by itself.</summary>
internal static class FeedsEndpoint
{
    private const string NoFeed = "There is no such feed.";
    private const int RefusedShown = 100;

    public static void MapFeeds(this IEndpointRouteBuilder api)
    {
        var feeds = api.MapGroup("/feeds").WithTags("feeds");
        feeds.MapGet("", ListAsync).ForServers(ApiScopes.CatalogWrite).WithSummary("All feeds").WithName("feeds").Produces<FeedsAnswer>();
        feeds.MapPost("", MakeAsync).ForServers(ApiScopes.CatalogWrite)
            .WithSummary("Have the shop fetch a list of products from an address, now and then again and again").WithName("makeFeed")
            .Produces<FeedAnswer>(StatusCodes.Status201Created);
        feeds.MapGet("/{id}", GetAsync).ForServers(ApiScopes.CatalogWrite)
            .WithSummary("A feed with its last run: what was taken in, and what was refused and why").WithName("feed")
            .Produces<FeedAnswer>();
        feeds.MapPost("/{id}/run", RunAsync).ForServers(ApiScopes.CatalogWrite).WithSummary("Run a feed now").WithName("runFeed")
            .Produces(StatusCodes.Status202Accepted);
        feeds.MapPost("/{id}/pause", ([Description("The feed.")] Guid id, HttpContext context, IFeedStore store) =>
            PauseAsync(id, true, context, store)).ForServers(ApiScopes.CatalogWrite).WithSummary("Run a feed no more until it goes on")
            .WithName("pauseFeed").Produces(StatusCodes.Status204NoContent);
        feeds.MapPost("/{id}/resume", ([Description("The feed.")] Guid id, HttpContext context, IFeedStore store) =>
            PauseAsync(id, false, context, store)).ForServers(ApiScopes.CatalogWrite).WithSummary("Let a paused feed go on")
            .WithName("resumeFeed").Produces(StatusCodes.Status204NoContent);
        feeds.MapDelete("/{id}", DeleteAsync).ForServers(ApiScopes.CatalogWrite)
            .WithSummary("Delete a feed; what it brought stays").WithName("deleteFeed").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync(HttpContext context, IFeedStore feeds, ICatalogImportStore imports)
    {
        var answers = new List<FeedAnswer>();
        foreach (var feed in await feeds.AllAsync(context.RequestAborted))
        {
            answers.Add(FeedAnswer.Of(feed, await ImportAsync(feed, imports, context.RequestAborted)));
        }

        return Results.Ok(new FeedsAnswer(answers));
    }

    private static async Task<IResult> MakeAsync(FeedMessage message, HttpContext context, FeedSchedule schedule)
    {
        var every = TimeSpan.FromMinutes(Math.Clamp(message.EveryMinutes, 0, 1_000_000));
        var feed = await schedule.MakeAsync($"api {ApiCaller.Of(context).Key.Id}", message.Name, message.Address, every,
            context.RequestAborted);
        return Results.Created($"{ApiRegistration.Path}/feeds/{feed.Id}", FeedAnswer.Of(feed));
    }

    private static async Task<IResult> GetAsync([Description("The feed.")] Guid id, HttpContext context, IFeedStore feeds,
        ICatalogImportStore imports)
    {
        var feed = await feeds.TryFindAsync(id, context.RequestAborted) ?? throw ApiRefusedException.Missing(NoFeed);
        var import = await ImportAsync(feed, imports, context.RequestAborted);
        var refused = import is null ? [] : await imports.ItemsAsync(
            import.Id, CatalogImportOutcome.Refused, take: RefusedShown, cancellation: context.RequestAborted);
        return Results.Ok(FeedAnswer.Of(feed, import, refused));
    }

    private static async Task<IResult> RunAsync([Description("The feed.")] Guid id, HttpContext context, FeedSchedule schedule) =>
        await schedule.RunNowAsync(id, context.RequestAborted) ? Results.Accepted() : throw ApiRefusedException.Missing(NoFeed);

    private static async Task<IResult> PauseAsync(Guid id, bool paused, HttpContext context, IFeedStore feeds) =>
        await feeds.PauseAsync(id, paused, context.RequestAborted) ? Results.NoContent() : throw ApiRefusedException.Missing(NoFeed);

    private static async Task<IResult> DeleteAsync([Description("The feed.")] Guid id, HttpContext context, IFeedStore feeds) =>
        await feeds.DeleteAsync(id, context.RequestAborted) ? Results.NoContent() : throw ApiRefusedException.Missing(NoFeed);

    private static async Task<CatalogImportSummary?> ImportAsync(Feed feed, ICatalogImportStore imports, CancellationToken cancellation) =>
        feed.Last?.Import is { } id ? await imports.TryFindAsync(id, cancellation) : null;
}
