using FashionRecs.Web.Shop.Shoppers;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace FashionRecs.Web.Accounts;

/// <summary>Signs out. What was done stays with the account; from then on the browser is a new anonymous shopper.</summary>
public static class SignOutEndpoint
{
    public static void MapSignOut(this IEndpointRouteBuilder routes) => routes.MapPost("/account/sign-out", async (
        HttpContext context, SignInManager<Account> signIn, IAntiforgery antiforgery) =>
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.Problem("The page was out of date; open it again and sign out there.", statusCode: StatusCodes.Status400BadRequest);
        }

        await signIn.SignOutAsync();
        context.Response.Cookies.Delete(ShopperCookie.Name);
        return Results.LocalRedirect("/");
    });
}
