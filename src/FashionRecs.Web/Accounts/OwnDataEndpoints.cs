using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;
using FashionRecs.Application.Research.Lab;
using FashionRecs.Application.Shop;
using FashionRecs.Web.Accounts.Security;
using FashionRecs.Web.Shop.Activity;
using FashionRecs.Web.Shop.Lists;
using FashionRecs.Web.Shop.Shoppers;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace FashionRecs.Web.Accounts;

/// <summary>Gives a shopper what is stored about them, and removes it, account and all.</summary>
public static class OwnDataEndpoints
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerOptions.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void MapOwnData(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/account/data", DownloadAsync);
        routes.MapPost("/account/delete", DeleteAsync);
    }

    private static async Task<IResult> DownloadAsync(
        HttpContext context, ShopService shop, IParticipantStore participants, OwnAccount own, UserManager<Account> accounts,
        IAccountSessions sessions, SecurityLog log)
    {
        context.Response.Headers.CacheControl = "no-store";
        var export = await shop.ExportAsync(context.User.Shopper());
        log.DataExported(export.Shopper);
        // Written out while it is read: a long history is never in memory as a whole.
        var all = new { account = context.User.FindFirstValue(ClaimTypes.Email),
            signingIn = await SigningInAsync(context, own, accounts, sessions), export.Shopper, export.Events, export.Shown, export.Weights,
        export.Experiments, study = await participants.OfUnitAsync(context.User.Shopper(), context.RequestAborted) };
        return Results.Stream(stream => JsonSerializer.SerializeAsync(stream, all, Readable, context.RequestAborted), "application/json",
            "fashionrecs-my-data.json");
    }

    /// <summary>What is kept of how somebody signs in, without what would let others in: hashes, keys and codes.</summary>
    private static async Task<object?> SigningInAsync(HttpContext context, OwnAccount own, UserManager<Account> accounts,
        IAccountSessions sessions) =>
        await own.TryFindAsync(context) is not { } account ? null : new
        {
            since = DateTimeOffset.FromUnixTimeMilliseconds(account.CreatedMilliseconds),
            confirmed = account.EmailConfirmed,
            secondStep = account.TwoFactorEnabled,
            roles = await accounts.GetRolesAsync(account),
            sessions = (await sessions.ListAsync(account.Id)).Select(session => new { session.Device, session.Created, session.Seen }),
            passkeys = (await accounts.GetPasskeysAsync(account)).Select(passkey => new { passkey.Name, passkey.CreatedAt }),
        };

    private static async Task<IResult> DeleteAsync(
        HttpContext context, ShopService shop, IAccountDirectory accounts, ShopperActivity activity, OpenLists lists,
        SignInManager<Account> signIn,
        SecurityLog log, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.Problem("The page was out of date; open it again and delete from there.",
                statusCode: StatusCodes.Status400BadRequest);
        }

        if ((await context.Request.ReadFormAsync())["sure"] != "yes")
        {
            return Results.LocalRedirect("/account?refused=unsure");
        }

        var shopper = context.User.Shopper();
        try
        {
            await accounts.DeleteAsync(shopper);
        }
        catch (InvalidDataException)
        {
            return Results.LocalRedirect("/account?refused=administrator");
        }

        if (await shop.DeleteAsync(shopper))
        {
            log.DataDeleted(shopper);
        }

        await signIn.SignOutAsync();
        ShopperCookie.Forget(context);
        activity.Leave(shopper);
        lists.Forget(shopper);
        return Results.LocalRedirect("/account/deleted");
    }
}
