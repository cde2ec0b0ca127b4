using Microsoft.AspNetCore.Antiforgery;

namespace FashionRecs.Web.Limits;

/// <summary>
/// Refuses forms that nobody can read: too large, with too many fields, or cut off. Whoever sends one gets a short answer, and no error of
/// the shop's is logged for it.
/// </summary>
internal static class UnreadableForms
{
    /// <summary>Before everything that reads a form.</summary>
    public static void UseUnreadableForms(this WebApplication app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && StatusOf(exception) is not null)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusOf(exception)!.Value;
        }
    });

    /// <summary>What to answer; null where something else went wrong.</summary>
    private static int? StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        AntiforgeryValidationException { InnerException: BadHttpRequestException bad } => bad.StatusCode,
        AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        _ => null,
    };
}
