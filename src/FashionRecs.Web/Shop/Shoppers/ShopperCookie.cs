using System.Security.Claims;
using FashionRecs.Web.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace FashionRecs.Web.Shop.Shoppers;

/// <summary>
/// Knows an anonymous shopper again by a protected cookie, and somebody who signed in by their account. A cookie that this installation did not write is
/// replaced by a new one, without a fuss. Whoever asks finds the shopper as a claim of the user.
/// </summary>
public sealed class ShopperCookie(IDataProtectionProvider protection)
{
    /// <summary>Type of the claim that holds the shopper's number.</summary>
    public const string Claim = "fashionrecs:shopper";

    /// <summary>Name of the cookie.</summary>
    public const string Name = "fashionrecs-shopper";

    private static readonly object NewKey = new();

    private readonly IDataProtector protector = protection.CreateProtector("FashionRecs.Shopper.v1");

    /// <summary>Adds the shopper's claim to the request's user.</summary>
    public void Recognise(HttpContext context)
    {
        if (context.User.Identity is { IsAuthenticated: true } && Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var account))
        {
            Identify(context, account);
            return;
        }

        var shopper = Read(context.Request.Cookies[HostCookies.NameOf(Name, context)]);
        if (shopper is null)
        {
            shopper = Guid.NewGuid();
            context.Items[NewKey] = true;
            context.Response.Cookies.Append(
                HostCookies.NameOf(Name, context), protector.Protect(shopper.Value.ToString("N")), HostCookies.Options(context, TimeSpan.FromDays(365)));
        }

        Identify(context, shopper.Value);
    }

    /// <summary>Whether the shop sees whoever asks for the first time, as far as it can tell.</summary>
    public static bool IsNew(HttpContext context) => context.Items.ContainsKey(NewKey);

    private static void Identify(HttpContext context, Guid shopper) =>
        context.User.AddIdentity(new ClaimsIdentity([new Claim(Claim, shopper.ToString("N"))]));

    private Guid? Read(string? cookie)
    {
        try
        {
            return cookie is not null && Guid.TryParseExact(protector.Unprotect(cookie), "N", out var shopper) ? shopper : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null; // From another installation, or tampered with.
        }
    }
}
