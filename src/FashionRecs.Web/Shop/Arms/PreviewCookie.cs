using System.Security.Claims;
using FashionRecs.Web.Accounts;

namespace FashionRecs.Web.Shop.Arms;

/// <summary>
/// Remembers which arm a researcher looks at until they end it or close the browser, so that a page that is loaded anew does not end the
/// preview silently and log what is done there.
/// </summary>
public sealed class PreviewCookie(ArmLinks links)
{
    /// <summary>Type of the claim that holds the query which names the arm.</summary>
    public const string Claim = "fashionrecs:preview";

    /// <summary>Where a preview ends.</summary>
    public const string EndAddress = "/preview/end";

    private const string Name = "fashionrecs-preview";

    /// <summary>Adds the claim to the request of a researcher who looks at an arm, now or from before.</summary>
    public async Task RecogniseAsync(HttpContext context)
    {
        if (!context.User.IsInRole(Roles.Researcher))
        {
            return;
        }

        if (HttpMethods.IsGet(context.Request.Method) && await links.FindAsync(context.Request.QueryString.Value) is var (experiment, arm))
        {
            var query = $"?{Uri.EscapeDataString(experiment.Key)}={arm}";
            context.Response.Cookies.Append(HostCookies.NameOf(Name, context), query, HostCookies.Options(context));
            Claims(query);
        }
        else if (context.Request.Cookies[HostCookies.NameOf(Name, context)] is { } before && await links.FindAsync(before) is not null)
        {
            Claims(before);
        }

        void Claims(string query) => context.User.AddIdentity(new ClaimsIdentity([new Claim(Claim, query)]));
    }

    /// <summary>Maps the address where a preview ends. It needs no token: ending one harms nobody.</summary>
    public static void MapEnd(IEndpointRouteBuilder routes) => routes.MapGet(EndAddress, (HttpContext context) =>
    {
        HostCookies.Delete(context, Name);
        return Results.LocalRedirect("/");
    });

    /// <summary>Whether the request's user looks at an arm; nothing they do is logged for experiments.</summary>
    public static bool IsPreviewing(ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == Claim);
}
