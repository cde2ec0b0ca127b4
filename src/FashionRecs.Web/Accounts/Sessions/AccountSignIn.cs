using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FashionRecs.Web.Accounts.Sessions;

/// <summary>Signs in and out as the framework does, and begins and ends the session that the cookie names.</summary>
public sealed class AccountSignIn(
    UserManager<Account> accounts, IHttpContextAccessor contexts, IUserClaimsPrincipalFactory<Account> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> logger, IAuthenticationSchemeProvider schemes, IUserConfirmation<Account> confirmation,
    IAccountSessions sessions, StaffRules rules, SecurityLog log)
    : SignInManager<Account>(accounts, contexts, claims, options, logger, schemes, confirmation)
{
    /// <summary>How somebody signs in at the moment.</summary>
    private string? method;

    /// <summary>Who was signed in by this request; null for nobody.</summary>
    public Guid? Signed { get; private set; }

    /// <inheritdoc/>
    public override async Task SignInWithClaimsAsync(Account user, AuthenticationProperties? authenticationProperties,
        IEnumerable<Claim> additionalClaims)
    {
        await EndAsync();
        Claim[] all = [.. additionalClaims, SessionClaims.Of(await sessions.BeginAsync(user.Id, DeviceName.Of(Context.Request)))];
        method = all.FirstOrDefault(claim => claim.Type == StaffRules.Method)?.Value;
        await base.SignInWithClaimsAsync(user, authenticationProperties, all);
        Signed = user.Id;
        log.SignedIn(user.Id, method ?? "the shop itself");
    }

    /// <inheritdoc/>
    public override async Task<ClaimsPrincipal> CreateUserPrincipalAsync(Account user)
    {
        var principal = await base.CreateUserPrincipalAsync(user);
        rules.Apply(principal, method);
        return principal;
    }

    /// <inheritdoc/>
    public override async Task SignOutAsync()
    {
        await EndAsync();
        await base.SignOutAsync();
    }

    /// <summary>The browser's earlier session ends, whoever signs in there.</summary>
    private async Task EndAsync()
    {
        if (Context.User.Account() is { } account && Context.User.Session() is { } session)
        {
            await sessions.EndAsync(account, session);
            log.SignedOut(account, "this session");
        }
    }
}
