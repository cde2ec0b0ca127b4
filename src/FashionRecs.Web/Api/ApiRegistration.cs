using FashionRecs.Application.Settings;
using FashionRecs.Web.Api.Events;
using FashionRecs.Web.Api.Feeds;
using FashionRecs.Web.Api.Keys;
using FashionRecs.Web.Api.Products;
using FashionRecs.Web.Api.Protocol;
using FashionRecs.Web.Api.Recommendations;
using FashionRecs.Web.Api.Shoppers;
using FashionRecs.Web.Api.Staff;
using FashionRecs.Web.Api.Webhooks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Cors.Infrastructure;

namespace FashionRecs.Web.Api;

/// <summary>Registers what programs may ask of the shop, below <c>/api</c>.</summary>
public static class ApiRegistration
{
    /// <summary>Where version 1 is.</summary>
    public const string Path = "/api/v1";

    private const string Cors = "api";

    /// <summary>Whether a request is for the API or its description, where no page, cookie or visitor's limit belongs.</summary>
    public static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api")
        || request.Path.StartsWithSegments("/openapi") || request.Path.StartsWithSegments(ApiReference.Path);

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddSettings<ApiOptions>("Api");
        services.AddSingleton<ApiKeyMaking>();
        services.AddSingleton<LastUses>();
        services.AddSingleton<ApiGate>();
        services.AddSingleton<IdempotentWrites>();
        services.AddSingleton<EventReader>();
        services.AddSingleton<EventOutcomes>();
        services.AddSingleton<ChosenViews>();
        services.AddScoped<AskedLanguage>();
        services.AddWebhooks();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.Scheme, null);
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<ApiOptions>((cors, options) => cors.AddPolicy(
            Cors, policy => policy.WithOrigins([.. options.Origins]).AllowAnyMethod()
                .WithHeaders("Authorization", "Content-Type", ApiKeyHandler.ShopperHeader, IdempotentWrites.Header, "If-None-Match")
                .WithExposedHeaders("ETag", "Retry-After")));
        services.AddApiDescription();
        return services;
    }

    /// <summary>After routing and before everything that knows people.</summary>
    public static void UseApi(this WebApplication app)
    {
        app.UseCors();
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"),
            api => api.UseMiddleware<ApiGate>().UseMiddleware<IdempotentWrites>());
    }

    public static void MapApi(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<ApiOptions>().Enabled)
        {
            return;
        }

        var api = app.MapGroup(Path).WithMetadata(new ApiEndpointMark()).RequireCors(Cors).WithGroupName("v1").DisableAntiforgery()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapRecommendations();
        api.MapExplanations();
        api.MapNearby();
        api.MapEvents();
        api.MapShoppers();
        api.MapProducts();
        api.MapFeeds();
        api.MapReadings();
        api.MapSearch();
        api.MapPictures();
        api.MapReviews();
        api.MapExperiments();
        api.MapOutcomes();
        api.MapJobs();
        api.MapWebhooks();
        app.MapApiDescription();
        app.MapApiReference();
    }
}
