using System.Security.Cryptography;
using System.Text;

namespace FashionRecs.Web.Layout;

/// <summary>Headers that keep the pages to themselves: nothing comes from, or is framed by, another host.</summary>
public static class SecurityHeaders
{
    /// <summary>
    /// MudBlazor writes styles into the attributes of elements, which no nonce or hash can name; there alone they may stand. Style elements
    /// and scripts have to come from the shop. Browsers that do not know the two finer rules take the first.
    /// </summary>
    public const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; style-src-elem 'self'; style-src-attr 'unsafe-inline'; "
            + "img-src 'self' data: blob:; font-src 'self'; "
        + "connect-src 'self'; worker-src 'none'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>
    /// The same for a page that holds one script of its own, named by its content (Content Security Policy Level 3, hash sources).
    /// </summary>
    /// <param name="script">The text between the script's tags, to the letter.</param>
    public static string ContentPolicyWith(string script) => ContentPolicy.Replace(
        "script-src 'self'", $"script-src 'self' 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'",
        StringComparison.Ordinal);

    /// <param name="app">The application.</param>
    /// <param name="embedded">Whether other shops' pages may show the embedded script, its styles and pictures.</param>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app, bool embedded) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] =
            "camera=(self), microphone=(), geolocation=(), publickey-credentials-get=(self), publickey-credentials-create=(self)";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        var path = context.Request.Path;
        headers["Cross-Origin-Resource-Policy"] = embedded && (path.StartsWithSegments("/embed") || path.StartsWithSegments("/pictures"))
            ? "cross-origin" : "same-origin";
        return next(context);
    });
}
