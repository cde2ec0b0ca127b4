using FashionRecs.Web.Accounts.Sessions;
using FashionRecs.Web.Limits;
using FashionRecs.Web.Shop;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace FashionRecs.Web.Accounts.SignIn;

/// <summary>Signs in by address and password, in the same time and the same words whether there is such an account or not.</summary>
public sealed class PasswordSignIn(AccountSignIn signIn, UserManager<Account> accounts, IPasswordHasher<Account> hasher, SignInTries tries,
    SecurityLog log, IStringLocalizer<ShopTexts> texts)
{
    /// <summary>What nobody's password is compared with.</summary>
    private static string? nobody;

    /// <summary>Tries.</summary>
    /// <returns>The account, where it was right (a second step may still be asked for); else what to say.</returns>
    public async Task<(Account? Account, SignInResult Result, string? Refusal)> TryAsync(string email, string password, bool remember,
        HttpContext context)
    {
        if (tries.Wait(email, context) is { } wait)
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = $"{wait}";
            return (null, SignInResult.Failed,
                wait < 120 ? texts["That were many tries. Please wait {0} seconds and try again.", wait]
                    : texts["That were many tries. Please wait {0} minutes and try again.", (wait + 59) / 60]);
        }

        var account = await accounts.FindByNameAsync(email.Trim());
        if (account is null)
        {
            hasher.VerifyHashedPassword(new Account(), nobody ??= hasher.HashPassword(new Account(), Guid.NewGuid().ToString()), password);
        }

        var result = account is null ? SignInResult.Failed
            : await signIn.PasswordSignInAsync(account, password, remember, lockoutOnFailure: false);
        if (result is { Succeeded: false, RequiresTwoFactor: false })
        {
            log.SignInFailed(account?.Id, ClientAddress.Of(context));
            return (null, result, texts["That e-mail address and password do not match."]);
        }

        if (result.Succeeded)
        {
            tries.Know(email, context);
        }

        return (account, result, null);
    }
}
