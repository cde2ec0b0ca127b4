using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FashionRecs.Web.Accounts.Sessions;

/// <summary>
/// Says what a signed-in user may do now, from the database: with each request and each act in a circuit, so that what was taken away is
/// gone at once, in every process. It costs one prepared query. Thread-safe.
/// </summary>
public sealed class SessionCheck(
    IAccountSessions sessions, IServiceScopeFactory scopes, IOptions<IdentityOptions> identity, AccountOptions options, StaffRules rules,
    TimeProvider time)
{
    /// <summary>Claims of the sign-in itself, which no look at the account would give back.</summary>
    private static readonly string[] Kept = [SessionClaims.Type, ClaimTypes.AuthenticationMethod, StaffRules.Method];

    /// <summary>The user as they are now: the same object where nothing changed, null where they are signed in no longer.</summary>
    /// <exception cref="IOException">The database cannot be asked.</exception>
    public async Task<ClaimsPrincipal?> RenewAsync(ClaimsPrincipal user, CancellationToken cancellation = default)
    {
        if (user.Session() is not { } session || await sessions.StandingAsync(session, cancellation) is not { } standing
            || user.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType) != standing.SecurityStamp
            || IsOver(user, standing))
        {
            return null;
        }

        if (time.GetUtcNow() - standing.Seen > TimeSpan.FromMinutes(10))
        {
            await sessions.SeenAsync(session, cancellation);
        }

        // A cookie from before a second step was asked of staff still has the roles in it.
        var mayKeepRoles = rules.Admit(user.FindFirstValue(StaffRules.Method)) || !Roles.Given.Any(user.IsInRole);
        return mayKeepRoles && user.FindFirstValue(AccountClaims.Version) == standing.Version ? user : await AnewAsync(user);
    }

    private bool IsOver(ClaimsPrincipal user, AccountStanding standing) =>
        time.GetUtcNow() - standing.Created > (Roles.Given.Any(user.IsInRole) ? TimeSpan.FromHours(options.StaffSessionHours)
            : TimeSpan.FromDays(options.SessionDays));

    private async Task<ClaimsPrincipal?> AnewAsync(ClaimsPrincipal user)
    {
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await accounts.FindByIdAsync(user.Account()?.ToString() ?? "") is not { } account)
        {
            return null;
        }

        var anew = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
        anew.Identities.First()
            .AddClaims(user.Claims.Where(claim => Kept.Contains(claim.Type)).Select(claim => new Claim(claim.Type, claim.Value)));
        rules.Apply(anew, user.FindFirstValue(StaffRules.Method));
        anew.AddIdentities(user.Identities.Skip(1).Select(identity => identity.Clone()));
        return anew;
    }
}
