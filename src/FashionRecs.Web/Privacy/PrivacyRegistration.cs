using FashionRecs.Application.Privacy;
using FashionRecs.Application.Settings;
using FashionRecs.Web.Shop.Shoppers;
using Microsoft.AspNetCore.Antiforgery;

namespace FashionRecs.Web.Privacy;

/// <summary>Registers the page about privacy, how long things are kept, and the choice to be known again.</summary>
public static class PrivacyRegistration
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services)
    {
        services.AddSettings<RetentionOptions>("Retention");
        services.AddSingleton<Retention>();
        return services.AddHostedService<RetentionWorker>();
    }

    public static void MapPrivacy(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/privacy/remember", async (HttpContext context, ShopperCookie cookie, IAntiforgery antiforgery) =>
        {
            if (!await antiforgery.IsRequestValidAsync(context))
            {
                return Results.Problem("The page was out of date; open it again and choose there.",
                    statusCode: StatusCodes.Status400BadRequest);
            }

            cookie.Keep(context, (await context.Request.ReadFormAsync())["keep"] == "yes");
            return Results.LocalRedirect("/privacy");
        });
}
