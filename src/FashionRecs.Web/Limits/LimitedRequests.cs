using FashionRecs.Web.Accounts.Circuits;
using FashionRecs.Web.Api;
using Microsoft.AspNetCore.Components.Endpoints;

namespace FashionRecs.Web.Limits;

/// <summary>What kinds of requests are told apart, and which one a request is: the first that fits.</summary>
internal static class LimitedRequests
{
    private static readonly (Func<HttpRequest, bool> Fits, string Name, Func<LimitOptions, VisitorRates> Rates)[] Kinds =
    [
        (request => Posts(request, "/clicks"), "clicks", options => options.Clicks),
        (request => Posts(request, "/shown"), "shown", options => options.Shown),
        (request => request.Path.StartsWithSegments(CircuitConnections.Path), "connections", options => options.Connections),
        (request => request.Path.StartsWithSegments("/pictures") && (request.Path.Value!.Contains("/maps/", StringComparison.Ordinal)
            || request.Path.StartsWithSegments("/pictures/marked")), "maps", options => options.Maps),
        (request => Posts(request, "/search/photograph"), "photo search", options => options.PhotoSearch),
        (request => Posts(request, "/account/sign-up") || Posts(request, "/account/forgotten"), "sign-up", options => options.SignUp),
        (request => Posts(request, "/account/delete") || Gets(request, "/account/data"), "own data", options => options.OwnData),
        (request => HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments("/account"), "sign-in",
            options => options.SignIn),
        (request => Gets(request, "/catalog/suggestions"), "suggestions", options => options.Suggestions),
        (request => Gets(request, "/catalog") && request.QueryString.HasValue, "search", options => options.Search),
        (IsPage, "pages", options => options.Pages),
    ];

    /// <summary>
    /// The kind of a request; null where it is not limited, as assets and pictures, which cost nothing once they are made, or limited by
    /// its key.
    /// </summary>
    public static (string Name, Func<LimitOptions, VisitorRates> Rates)? Of(HttpRequest request) =>
        ApiRegistration.IsApi(request)
            ? null : Kinds.FirstOrDefault(kind => kind.Fits(request)) is { Name: { } name, Rates: var rates } ? (name, rates) : null;

    private static bool Posts(HttpRequest request, string path) =>
        HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments(path);

    private static bool Gets(HttpRequest request, string path) =>
        HttpMethods.IsGet(request.Method) && request.Path.StartsWithSegments(path);

    /// <summary>
    /// An asset has an ending in its name and is there; a page has none, or is one whose address ends in the name of a product. What is not
    /// there is answered with a page, too. Pages of errors are drawn for requests that were counted already.
    /// </summary>
    private static bool IsPage(HttpRequest request) => HttpMethods.IsGet(request.Method)
        && (!Path.HasExtension(request.Path.Value)
            || request.HttpContext.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        && !request.Path.StartsWithSegments("/status") && !request.Path.StartsWithSegments("/error");
}
