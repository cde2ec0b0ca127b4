using System.Security.Claims;

namespace FashionRecs.Web.Accounts.Sessions;

/// <summary>Reads from a user's claims who signed in, and in which session.</summary>
public static class SessionClaims
{
    /// <summary>Type of the claim that holds the session's number.</summary>
    public const string Type = "fashionrecs:session";

    /// <summary>The session; null for somebody who is not signed in.</summary>
    public static Guid? Session(this ClaimsPrincipal user) =>
        Guid.TryParseExact(user.FindFirstValue(Type), "N", out var session) ? session : null;

    /// <summary>The account; null for somebody who is not signed in.</summary>
    public static Guid? Account(this ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true } && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var account)
            ? account : null;

    /// <summary>The claim of a session.</summary>
    public static Claim Of(Guid session) => new(Type, session.ToString("N"));
}
