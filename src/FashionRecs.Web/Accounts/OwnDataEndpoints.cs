using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;
using FashionRecs.Application.Shop;
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

    private static async Task<IResult> DownloadAsync(HttpContext context, ShopService shop)
    {
        context.Response.Headers.CacheControl = "no-store";
        var export = await shop.ExportAsync(context.User.Shopper());
        return Results.File(
            JsonSerializer.SerializeToUtf8Bytes(new { account = context.User.FindFirstValue(ClaimTypes.Email), export.Shopper, export.Events, export.Shown, export.Weights, export.Experiments }, Readable),
            "application/json", "fashionrecs-my-data.json");
    }

    private static async Task<IResult> DeleteAsync(
        HttpContext context, ShopService shop, IAccountDirectory accounts, ShopperActivity activity, OpenLists lists, SignInManager<Account> signIn,
        IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.Problem("The page was out of date; open it again and delete from there.", statusCode: StatusCodes.Status400BadRequest);
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

        var overwritten = await shop.DeleteAsync(shopper);
        await signIn.SignOutAsync();
        context.Response.Cookies.Delete(ShopperCookie.Name);
        activity.Leave(shopper);
        lists.Forget(shopper);
        return Results.LocalRedirect(overwritten ? "/account/deleted" : "/account/deleted?left=traces");
    }
}
