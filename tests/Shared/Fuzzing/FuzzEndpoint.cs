using System.ComponentModel;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace FashionRecs.Tests.Fuzzing;

/// <summary>One address of the running shop, and what it takes, as far as the shop itself says.</summary>
/// <param name="Route">The route with its parameters in braces.</param>
/// <param name="Parameters">Names of the route's parameters.</param>
/// <param name="Methods">Methods that it takes.</param>
/// <param name="Query">Names that a query may have.</param>
/// <param name="Fields">Names that a form may have; a page's forms have all that the page's forms have together.</param>
/// <param name="Body">What its JSON is read into; null where it takes none.</param>
internal sealed record FuzzEndpoint(
    string Route, IReadOnlyList<string> Parameters, IReadOnlyList<string> Methods, IReadOnlyList<string> Query,
    IReadOnlyList<string> Fields, Type? Body)
{
    /// <summary>All addresses that a program maps but for files that lie there as they are.</summary>
    public static IReadOnlyList<FuzzEndpoint> Of(EndpointDataSource source) =>
        [.. source.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText is { } text && !text.StartsWith("_framework", StringComparison.Ordinal)
                && !text.StartsWith("/_blazor", StringComparison.Ordinal) && !text.StartsWith("_blazor", StringComparison.Ordinal))
            .Where(endpoint => !IsFile(endpoint.RoutePattern.RawText!)).Select(Of)];

    private static FuzzEndpoint Of(RouteEndpoint endpoint)
    {
        var page = endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];
        var handler = endpoint.Metadata.GetMetadata<MethodInfo>();
        return new FuzzEndpoint(
            "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), [.. endpoint.RoutePattern.Parameters.Select(parameter => parameter.Name)],
            [.. methods], [.. QueryOf(page), .. Simple(handler)], [.. FieldsOf(page), .. Simple(handler)],
            endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType);
    }

    private static IEnumerable<string> QueryOf(Type? page) => Properties(page)
        .Select(property => (property, query: property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()))
        .Where(pair => pair.query is not null).Select(pair => pair.query!.Name ?? pair.property.Name);

    private static IEnumerable<string> FieldsOf(Type? page) => Properties(page)
        .Where(property => property.GetCustomAttribute<SupplyParameterFromFormAttribute>() is not null)
        .SelectMany(property => property.PropertyType == typeof(string) || property.PropertyType.IsPrimitive ? [property.Name]
            : property.PropertyType.GetProperties().Select(field => $"{property.Name}.{field.Name}")).Append("_handler");

    /// <summary>Parameters of a method that can come from an address or a form.</summary>
    private static IEnumerable<string> Simple(MethodInfo? handler) => (handler?.GetParameters() ?? [])
        .Where(parameter => parameter.Name is not null
            && TypeDescriptor.GetConverter(parameter.ParameterType).CanConvertFrom(typeof(string)))
        .Select(parameter => parameter.Name!);

    private static IEnumerable<PropertyInfo> Properties(Type? type) =>
        type?.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) ?? [];

    /// <summary>Scripts, styles and the like, which take neither a body nor anything in their address.</summary>
    private static bool IsFile(string route) => !route.Contains('{', StringComparison.Ordinal) && Path.GetExtension(route) is ".js"
        or ".css" or ".map" or ".gz" or ".br" or ".woff2" or ".ico" or ".svg" or ".png" or ".wasm" or ".webp" or ".jpg";
}
