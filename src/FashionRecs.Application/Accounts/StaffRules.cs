using System.Security.Claims;

namespace FashionRecs.Application.Accounts;

/// <summary>What is asked of people with a role.</summary>
/// <param name="NeedSecondStep">Whether their roles work only once a second step was taken when they signed in.</param>
public sealed record StaffRules(bool NeedSecondStep = false)
{
    /// <summary>Type of the claim that says how somebody signed in (RFC 8176).</summary>
    public const string Method = "amr";

    /// <summary>A password and a code; a passkey alone is said to be as good as a password.</summary>
    public const string TwoSteps = "mfa";

    /// <summary>Whether roles work for somebody who signed in in a way.</summary>
    public bool Admit(string? method) => !NeedSecondStep || method == TwoSteps;

    /// <summary>Takes the roles from somebody who signed in in a way in which none works.</summary>
    public void Apply(ClaimsPrincipal user, string? method)
    {
        if (Admit(method))
        {
            return;
        }

        foreach (var identity in user.Identities)
        {
            foreach (var role in identity.FindAll(identity.RoleClaimType).ToArray())
            {
                identity.RemoveClaim(role);
            }
        }
    }
}
