using FashionRecs.Web.Shop.Shoppers;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace FashionRecs.Web.Accounts;

/// <summary>
/// Signs out: the session ends, in every tab and every copy of its cookie. What was done stays with the account; from then on the browser
/// is a new anonymous shopper.
/// </summary>
public static class SignOutEndpoint
{
    public static void MapSignOut(this IEndpointRouteBuilder routes) => routes.MapPost("/account/sign-out", async (
        HttpContext context, SignInManager<Account> signIn, IAntiforgery antiforgery) =>
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.Problem("The page was out of date; open it again and sign out there.",
                statusCode: StatusCodes.Status400BadRequest);
        }

        await signIn.SignOutAsync();
        ShopperCookie.Forget(context);
        return Results.LocalRedirect("/");
    });
}
