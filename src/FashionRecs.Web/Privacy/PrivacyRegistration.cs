using FashionRecs.Web.Shop.Shoppers;
using Microsoft.AspNetCore.Antiforgery;

namespace FashionRecs.Web.Privacy;

/// <summary>The choice to be known again.</summary>
public static class PrivacyRegistration
{
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
