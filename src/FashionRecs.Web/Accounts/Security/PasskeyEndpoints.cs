using FashionRecs.Web.Accounts.Sessions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace FashionRecs.Web.Accounts.Security;

/// <summary>
/// Gives a browser what it needs to make a passkey or to use one (W3C Web Authentication, level 3). The challenge is kept in a cookie that
/// only the shop can read.
/// </summary>
public static class PasskeyEndpoints
{
    public static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/account/passkeys/to-add", ToAddAsync).RequireAuthorization();
        routes.MapPost("/account/passkeys/to-use", ToUseAsync);
    }

    private static async Task<IResult> ToAddAsync(HttpContext context, AccountSignIn signIn, OwnAccount own, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context) || await own.TryFindAsync(context) is not { } account)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        return Results.Content(
            await signIn.MakePasskeyCreationOptionsAsync(
            new PasskeyUserEntity { Id = account.Id.ToString(), Name = account.Email!, DisplayName = account.Email! }), "application/json");
    }

    /// <summary>Names no account: which passkeys there are is the browser's to know, and nobody can ask by it who has one.</summary>
    private static async Task<IResult> ToUseAsync(HttpContext context, AccountSignIn signIn, IAntiforgery antiforgery) =>
        await antiforgery.IsRequestValidAsync(context)
        ? Results.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json")
        : Results.StatusCode(StatusCodes.Status400BadRequest);
}
