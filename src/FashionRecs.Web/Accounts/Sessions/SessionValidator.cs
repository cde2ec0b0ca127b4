using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace FashionRecs.Web.Accounts.Sessions;

/// <summary>
/// Asks with every request whether the cookie's session still stands, so that a copied cookie is worth nothing once its owner has signed
/// out.
/// </summary>
internal sealed class SessionValidator(SessionCheck check) : ISecurityStampValidator
{
    /// <inheritdoc/>
    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var renewed = context.Principal is { } user ? await check.RenewAsync(user, context.HttpContext.RequestAborted) : null;
        if (renewed is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
        else if (renewed != context.Principal)
        {
            context.ReplacePrincipal(renewed);
            context.ShouldRenew = true;
        }
    }
}
