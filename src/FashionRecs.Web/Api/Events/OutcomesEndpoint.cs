using FashionRecs.Application.ApiKeys;
using FashionRecs.Web.Api.Keys;
using FashionRecs.Web.Api.Protocol;
using FashionRecs.Web.Shop.Arms;

namespace FashionRecs.Web.Api.Events;

/// <summary>Takes what was on screen in an experiment and what was done with it, as the pages send it.</summary>
internal static class OutcomesEndpoint
{
    private const int Most = 200;

    public static void MapOutcomes(this IEndpointRouteBuilder api)
    {
        api.MapPost("/experiments/exposures", ExposeAsync).ForShoppers(ApiScopes.Events).Accepts<ExposureBatch>("application/json")
            .WithSummary("Tell what of an experiment was on screen; an exposure counts once per shopper and arm").WithTags("experiments")
            .WithName("sendExposures").Produces<OutcomesAnswer>();
        api.MapPost("/experiments/outcomes", FollowAsync).ForShoppers(ApiScopes.Events).Accepts<OutcomeBatch>("application/json")
            .WithSummary("Tell what shoppers did with it; likes, bags and hides come with the events").WithTags("experiments")
            .WithName("sendOutcomes").Produces<OutcomesAnswer>();
    }

    private static Task<IResult> ExposeAsync(HttpContext context, ExposureLogger log) =>
        TakeAsync<ExposureMessage>(context, "exposures", log, message => (message.Shopper,
            new TrackingEvent(message.Id, TrackingEndpoint.Seen, message.Shown, null, message.Device)));

    private static Task<IResult> FollowAsync(HttpContext context, ExposureLogger log) =>
        TakeAsync<OutcomeMessage>(context, "outcomes", log, message => (message.Shopper,
            new TrackingEvent(message.Id, message.Kind, message.Shown, message.Value, message.Device) { Question = message.Question }));

    private static async Task<IResult> TakeAsync<T>(HttpContext context, string name, ExposureLogger log,
        Func<T, (string? Shopper, TrackingEvent Happened)> read)
        where T : class
    {
        var caller = ApiCaller.Of(context);
        using var body = await JsonBatch.ReadAsync(context, name, Most);
        var (recorded, refused) = (0, new List<RefusedEvent>());
        foreach (var (index, row) in body.Rows.Index())
        {
            try
            {
                var (shopper, happened) = read(JsonBatch.TryRead<T>(row)
                    ?? throw ApiRefusedException.Bad("A field is missing or of another kind."));
                if (TrackingEndpoint.Problem(happened) is { } problem)
                {
                    throw ApiRefusedException.Bad(problem);
                }

                recorded += await TrackingEndpoint.WriteAsync(log, caller.Shopper(shopper), happened) ? 1 : 0;
            }
            catch (ApiRefusedException exception)
            {
                refused.Add(new RefusedEvent(index, exception.Message));
            }
        }

        return Results.Ok(new OutcomesAnswer(recorded, refused));
    }
}

/// <summary>What was on screen.</summary>
/// <param name="Exposures">In the order in which it was seen, 200 at most.</param>
internal sealed record ExposureBatch(IReadOnlyList<ExposureMessage> Exposures);

/// <summary>A product's place was on screen.</summary>
/// <param name="Id">A GUID made once.</param>
/// <param name="Shown">What the recommendation said to hand back.</param>
/// <param name="Shopper">The shopper; not needed with a signed number.</param>
/// <param name="Device">phone, tablet or desktop.</param>
internal sealed record ExposureMessage(Guid Id, string Shown, string? Shopper = null, string? Device = null);

/// <summary>What shoppers did with what was on screen.</summary>
/// <param name="Outcomes">In the order in which it happened, 200 at most.</param>
internal sealed record OutcomeBatch(IReadOnlyList<OutcomeMessage> Outcomes);

/// <summary>Something that happened to a product's place.</summary>
/// <param name="Id">A GUID made once; sending it again changes nothing.</param>
/// <param name="Kind">impression, click, dwell, hover, mapToggle, decision, or an answer: trust, transparency, likingBefore, likingAfter,
/// regionAgreement; asked where a question was seen, declined where it was not answered on purpose.</param>
/// <param name="Shown">What the recommendation said to hand back.</param>
/// <param name="Value">Seconds of dwell, hover and decision; of an answer 1 to 5, of regionAgreement 0 or 1.</param>
/// <param name="Shopper">The shopper; not needed with a signed number.</param>
/// <param name="Device">phone, tablet or desktop.</param>
/// <param name="Question">For asked and declined: the kind of answer.</param>
internal sealed record OutcomeMessage(
    Guid Id, string Kind, string Shown, double? Value = null, string? Shopper = null, string? Device = null, string? Question = null);

/// <summary>What became of messages.</summary>
/// <param name="Recorded">How many were written down; those that were before, and those of phases that are over, are not.</param>
/// <param name="Refused">Those that make no sense.</param>
internal sealed record OutcomesAnswer(int Recorded, IReadOnlyList<RefusedEvent> Refused);
