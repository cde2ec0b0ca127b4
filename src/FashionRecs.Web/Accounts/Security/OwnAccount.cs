using FashionRecs.Web.Accounts.Sessions;
using FashionRecs.Web.Accounts.SignIn;
using FashionRecs.Web.Limits;
using FashionRecs.Web.Shop;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Accounts.Security;

/// <summary>
/// The account of whoever asks, and whether they can show once more that it is theirs, which is asked before anything that opens it is
/// changed (ASVS 5, 7.5.1).
/// </summary>
public sealed class OwnAccount(UserManager<Account> accounts, SignInTries tries, SecurityLog log,
    IStringLocalizer<ShopTexts> texts)
{
    /// <summary>The account; null where nobody is signed in.</summary>
    public async Task<Account?> TryFindAsync(HttpContext context) =>
        context.User.Account() is { } id ? await accounts.FindByIdAsync(id.ToString()) : null;

    /// <summary>Null where the password is theirs, else what to say.</summary>
    public async Task<string?> WhyNotAsync(Account account, string password, HttpContext context)
    {
        if (tries.Wait(account.Email!, context) is { } wait)
        {
            return texts["That were many tries. Please wait {0} seconds and try again.", wait];
        }

        if (await accounts.CheckPasswordAsync(account, password))
        {
            return null;
        }

        log.SignInFailed(account.Id, ClientAddress.Of(context));
        return texts["That is not your password."];
    }
}
