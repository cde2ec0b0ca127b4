using System.Security.Claims;
using FashionRecs.Web.Accounts;
using FashionRecs.Web.Shop.Studies;
using Microsoft.AspNetCore.DataProtection;

namespace FashionRecs.Web.Shop.Shoppers;

/// <summary>
/// Knows an anonymous shopper again by a protected cookie, and somebody who signed in by their account. A cookie that this installation did
/// not write is replaced by a new one, without a fuss. Whoever asks finds the shopper as a claim of the user.
/// </summary>
public sealed class ShopperCookie(IDataProtectionProvider protection)
{
    /// <summary>Type of the claim that holds the shopper's number.</summary>
    public const string Claim = "fashionrecs:shopper";

    /// <summary>Name of the cookie.</summary>
    public const string Name = "fashionrecs-shopper";

    private static readonly object NewKey = new();
    private static readonly object KeptKey = new();
    private static readonly object DoneKey = new();

    /// <summary>Stands behind the number of a shopper who chose to be known again.</summary>
    private const string Kept = "k";
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    private readonly IDataProtector protector = protection.CreateProtector("FashionRecs.Shopper.v1");

    /// <summary>
    /// Adds the shopper's claim to the request's user. A cookie is sent only with a page or an act that succeeded: what looks for pages
    /// that are not there gets none.
    /// </summary>
    public void Recognise(HttpContext context)
    {
        if (context.User.Identity is { IsAuthenticated: true }
            && Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var account))
        {
            Identify(context, account);
            return;
        }

        var known = Read(context.Request.Cookies[HostCookies.NameOf(Name, context)]);
        var (shopper, kept) = known ?? (Guid.NewGuid(), false);
        context.Items[KeptKey] = kept;
        if (known is null)
        {
            context.Items[NewKey] = true;
            context.Response.OnStarting(() =>
            {
                // Somebody who signed in meanwhile needs none, and whoever chose got theirs already.
                if (context.Response.StatusCode < StatusCodes.Status400BadRequest && IsNeeded(context.Request)
                    && !context.Items.ContainsKey(DoneKey))
                {
                    Write(context, shopper, keep: false);
                }

                return Task.CompletedTask;
            });
        }

        Identify(context, shopper);
    }

    /// <summary>
    /// Keeps the shopper known for a year, or until the browser is closed. Their own choice: without it the shop does not keep anybody's
    /// number beyond the visit.
    /// </summary>
    public void Keep(HttpContext context, bool keep)
    {
        // A participant of a study is somebody else there, and goes on being known by their link.
        if (StudyPass.Of(context.User) is null)
        {
            Write(context, context.User.Shopper(), keep);
        }
    }

    /// <summary>Forgets the shopper in this browser.</summary>
    public static void Forget(HttpContext context)
    {
        context.Items[DoneKey] = true;
        HostCookies.Delete(context, Name);
    }

    /// <summary>Whether the shopper chose to be known again after the browser was closed.</summary>
    public static bool IsKept(HttpContext context) => context.Items[KeptKey] is true;

    /// <summary>Whether the shop sees whoever asks for the first time, as far as it can tell.</summary>
    public static bool IsNew(HttpContext context) => context.Items.ContainsKey(NewKey);

    private static void Identify(HttpContext context, Guid shopper) =>
        context.User.AddIdentity(new ClaimsIdentity([new Claim(Claim, shopper.ToString("N"))]));

    /// <summary>A page for people, or an act.</summary>
    private static bool IsNeeded(HttpRequest request) => HttpMethods.IsPost(request.Method)
        || (HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString() is var accepted
            && (accepted.Length == 0 || accepted.Contains("text/html", StringComparison.Ordinal)
            || accepted.Contains("*/*", StringComparison.Ordinal)));

    private void Write(HttpContext context, Guid shopper, bool keep)
    {
        context.Items[DoneKey] = true;
        context.Response.Cookies.Append(
            HostCookies.NameOf(Name, context), protector.Protect(shopper.ToString("N") + (keep ? Kept : "")),
            HostCookies.Options(context, keep ? Year : null));
    }

    private (Guid Shopper, bool Kept)? Read(string? cookie)
    {
        try
        {
            return cookie is not null && protector.Unprotect(cookie) is var text
                && Guid.TryParseExact(text.TrimEnd(Kept[0]), "N", out var shopper)
                ? (shopper, text.EndsWith(Kept, StringComparison.Ordinal))
                : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null; // From another installation, or tampered with.
        }
    }
}
