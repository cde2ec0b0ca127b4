namespace FashionRecs.Web.Api.Protocol;

/// <summary>The scope that a key needs for an address.</summary>
/// <param name="Name">The scope.</param>
/// <param name="ForShoppers">Whether a publishable key may come here, too.</param>
internal sealed record RequiredScope(string Name, bool ForShoppers);

/// <summary>Stands on every address of the API.</summary>
internal sealed record ApiEndpointMark;

/// <summary>Says which scope an address needs.</summary>
internal static class RequiredScopes
{
    /// <summary>Lets server keys with a scope in.</summary>
    public static RouteHandlerBuilder ForServers(this RouteHandlerBuilder route, string scope) =>
        route.WithMetadata(new RequiredScope(scope, ForShoppers: false));

    /// <summary>
    /// Lets keys of both kinds with a scope in; the address then asks <see cref="Keys.ApiCaller.Shopper"/> whom it is about.
    /// </summary>
    public static RouteHandlerBuilder ForShoppers(this RouteHandlerBuilder route, string scope) =>
        route.WithMetadata(new RequiredScope(scope, ForShoppers: true));
}
