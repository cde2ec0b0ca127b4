using FashionRecs.Web.Api.Keys;
using Microsoft.OpenApi;

namespace FashionRecs.Web.Api;

/// <summary>The API's description in OpenAPI 3.1, at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDescription
{
    private const string Scheme = "key";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = description =>
            description.RelativePath?.StartsWith(ApiRegistration.Path[1..], StringComparison.Ordinal) == true;
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "FashionRecs", Version = "1", Description = "Recommendations that say why, for shops that exist.",
            };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Scheme] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http, Scheme = "bearer",
                    Description = $"A key that begins with {ApiKeySecrets.Prefix}, made at /administration/keys. A publishable key also needs the header {ApiKeyHandler.ShopperHeader}.",
                },
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
            return Task.CompletedTask;
        });
    });

    public static void MapApiDescription(this WebApplication app) => app.MapOpenApi("/openapi/{documentName}.json");
}
