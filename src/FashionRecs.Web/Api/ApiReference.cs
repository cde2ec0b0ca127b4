using System.Security.Cryptography;
using FashionRecs.Web.Layout;
using Scalar.AspNetCore;

namespace FashionRecs.Web.Api;

/// <summary>The API's description for people to read and try out, at <c>/docs/api</c>. All of it comes from the shop itself.</summary>
internal static class ApiReference
{
    /// <summary>Where it is.</summary>
    public const string Path = "/docs/api";

    public static void MapApiReference(this WebApplication app) => app.MapScalarApiReference(Path, (options, context) =>
    {
        // Made anew for each page, so that no script but those of the page runs in it.
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Response.Headers.ContentSecurityPolicy = Policy(nonce);
        options.WithTitle("FashionRecs API").WithOpenApiRoutePattern("/openapi/{documentName}.json").WithNonce(nonce)
            .DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideClientButton().HideDeveloperTools();
        options.AddDocument("v1");
    });

    /// <summary>The shop's policy, but for the styles that the page writes itself.</summary>
    private static string Policy(string nonce) => SecurityHeaders.ContentPolicy
        .Replace("script-src 'self'", $"script-src 'self' 'nonce-{nonce}'", StringComparison.Ordinal)
        .Replace("style-src-elem 'self'", "style-src-elem 'self' 'unsafe-inline'", StringComparison.Ordinal);
}
