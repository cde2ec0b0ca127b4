using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;

namespace FashionRecs.Web.Merchandising.Frame;

/// <summary>Who reviews, by the name colleagues know them by.</summary>
public static class Reviewer
{
    /// <summary>The person's name in the log of annotations.</summary>
    public static string NameOf(ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.Email) ?? user.FindFirstValue(ClaimTypes.Name)
        ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The name, in a circuit or while prerendering.</summary>
    public static async Task<string> ReviewerAsync(this AuthenticationStateProvider users) =>
        NameOf((await users.GetAuthenticationStateAsync()).User);
}
