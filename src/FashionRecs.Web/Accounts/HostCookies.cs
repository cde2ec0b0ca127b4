using Microsoft.AspNetCore.Authentication.Cookies;

namespace FashionRecs.Web.Accounts;

/// <summary>
/// Names cookies so that over HTTPS no other host, not even a neighbour under the same domain, can plant them: <c>__Host-</c> (RFC 6265bis,
/// section 4.1.3). Over plain HTTP browsers refuse such names, so there they have none.
/// </summary>
public sealed class HostCookies : ICookieManager
{
    private const string Prefix = "__Host-";

    private readonly ChunkingCookieManager cookies = new();

    /// <summary>The name of a cookie in answers to a request.</summary>
    public static string NameOf(string name, HttpContext context) => context.Request.IsHttps ? Prefix + name : name;

    /// <summary>What every cookie of the shop has in common.</summary>
    /// <param name="context">The request.</param>
    /// <param name="age">How long it is kept; null until the browser is closed.</param>
    public static CookieOptions Options(HttpContext context, TimeSpan? age = null) => new()
    {
        HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/", MaxAge = age,
    };

    /// <summary>Removes a cookie.</summary>
    public static void Delete(HttpContext context, string name) => context.Response.Cookies.Delete(NameOf(name, context), Options(context));

    /// <inheritdoc/>
    public string? GetRequestCookie(HttpContext context, string key) => cookies.GetRequestCookie(context, NameOf(key, context));

    /// <inheritdoc/>
    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        cookies.AppendResponseCookie(context, NameOf(key, context), value, options);

    /// <inheritdoc/>
    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        cookies.DeleteCookie(context, NameOf(key, context), options);
}
