using FashionRecs.Experiments.Logging;
using FashionRecs.Web.Shop.Shoppers;
using Microsoft.AspNetCore.Mvc;

namespace FashionRecs.Web.Shop.Arms;

/// <summary>
/// Takes over HTTP what was on screen and what was done with it, so that a circuit that is away loses nothing. JSON is asked
/// for, which another site cannot send with the shopper's cookie.
/// </summary>
public static class TrackingEndpoint
{
    private const int MostAtOnce = 200;

    /// <summary>Largest request in bytes: as many messages with long tokens.</summary>
    public const int LargestMessage = 512 * 1024;

    /// <summary>A place was on screen of which no impressions are counted, such as a product's own page.</summary>
    public const string Seen = "seen";

    public static void MapTracking(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/shown", PostAsync).Accepts<TrackingEvent[]>("application/json")
            .WithMetadata(new RequestSizeLimitAttribute(LargestMessage)).DisableAntiforgery();

    private static async Task<IResult> PostAsync(TrackingEvent[] messages, HttpContext context, ExposureLogger log)
    {
        if (messages.Length > MostAtOnce)
        {
            return Results.Problem($"At most {MostAtOnce} messages are taken at once.", statusCode: StatusCodes.Status400BadRequest);
        }

        var problem = messages.Select(Problem).FirstOrDefault(problem => problem is not null);
        if (problem is not null)
        {
            return Results.Problem(problem, statusCode: StatusCodes.Status400BadRequest);
        }

        try
        {
            foreach (var message in messages)
            {
                await WriteAsync(log, context.User.Shopper(), message);
            }
        }
        catch (IOException exception)
        {
            // The browser keeps the messages and sends them again.
            return Results.Problem(exception.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        return Results.NoContent();
    }

    /// <summary>Writes down a message that makes sense; false where it was before, or says nothing of the shopper's arm.</summary>
    public static Task<bool> WriteAsync(ExposureLogger log, Guid shopper, TrackingEvent message) => log.WriteAsync(
        message.Id, message.Shown, shopper, message.Kind == Seen ? null : KindOf(message.Kind), message.Value ?? 1, message.Device,
        QuestionOf(message));

    /// <summary>What is wrong with a message, in one sentence; null where nothing is.</summary>
    public static string? Problem(TrackingEvent message) => message switch
    {
        null => "A message is missing.",
        { Id: var id } when id == Guid.Empty => "A message needs an id.",
        { Kind: null } => "A message needs a kind.",
        { Kind: var kind } when kind != Seen && KindOf(kind) is null => "That is not something that happens to what is shown.",
        { Kind: Seen } => null,
        { Kind: var kind } when KindOf(kind) is OutcomeKind.Asked or OutcomeKind.Declined && QuestionOf(message) is null =>
            "That is no question.",
        { Value: var value, Kind: var kind } when !Fits(KindOf(kind)!.Value, value) => "The value does not fit what happened.",
        _ => null,
    };

    /// <summary>What a page may tell of; likes and the like come with the click itself.</summary>
    private static OutcomeKind? KindOf(string word) =>
        OutcomeKinds.TryRead(word) is { } kind and not (OutcomeKind.Like or OutcomeKind.LikeOpened or OutcomeKind.Bag or OutcomeKind.Hide)
            ? kind : null;

    /// <summary>What was asked for; null where nothing was.</summary>
    private static OutcomeKind? QuestionOf(TrackingEvent message) =>
        KindOf(message.Kind) is OutcomeKind.Asked or OutcomeKind.Declined && OutcomeKinds.TryRead(message.Question ?? "") is { } asked
            && asked.IsAnswer() ? asked : null;

    private static bool Fits(OutcomeKind kind, double? value) => kind switch
    {
        OutcomeKind.Dwell or OutcomeKind.Hover or OutcomeKind.Decision => value is >= 0 and <= 86_400,
        OutcomeKind.LikingBefore or OutcomeKind.LikingAfter or OutcomeKind.Trust or OutcomeKind.Transparency =>
            value is 1 or 2 or 3 or 4 or 5,
        OutcomeKind.RegionAgreement => value is 0 or 1,
        OutcomeKind.Impression or OutcomeKind.Click or OutcomeKind.MapToggle or OutcomeKind.Asked or OutcomeKind.Declined or OutcomeKind.Like or OutcomeKind.LikeOpened or OutcomeKind.Bag or OutcomeKind.Hide =>
            value is null or 1,
    };
}
