using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FashionRecs.Application.Accounts;

/// <summary>
/// What is known of somebody who signed in. An administrator has every role. Where a second step is asked of staff, nobody has a role
/// without one.
/// </summary>
public sealed class AccountClaims(UserManager<Account> accounts, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options,
    StaffRules staff)
    : UserClaimsPrincipalFactory<Account, IdentityRole<Guid>>(accounts, roles, options)
{
    /// <summary>Type of the claim that tells one state of the account from another.</summary>
    public const string Version = "fashionrecs:account-version";

    /// <inheritdoc/>
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var claims = await base.GenerateClaimsAsync(user);
        claims.AddClaim(new Claim(Version, user.ConcurrencyStamp ?? ""));
        if (staff.NeedSecondStep && !user.TwoFactorEnabled)
        {
            foreach (var role in claims.FindAll(claims.RoleClaimType).ToArray())
            {
                claims.RemoveClaim(role);
            }
        }

        if (claims.HasClaim(claims.RoleClaimType, Roles.Administrator))
        {
            claims.AddClaims(Roles.Given.Append(Roles.Shopper).Where(role => !claims.HasClaim(claims.RoleClaimType, role))
                .Select(role => new Claim(claims.RoleClaimType, role)));
        }

        return claims;
    }
}
