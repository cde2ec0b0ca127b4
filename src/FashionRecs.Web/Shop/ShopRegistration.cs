using FashionRecs.Application.CatalogImport.Prices;
using FashionRecs.Application.Settings;
using FashionRecs.Application.Shop.Photographs;
using FashionRecs.Web.Api;
using FashionRecs.Web.Languages;
using FashionRecs.Web.Pictures;
using FashionRecs.Web.Shop.Activity;
using FashionRecs.Web.Shop.Arms;
using FashionRecs.Web.Shop.Bag;
using FashionRecs.Web.Shop.Browse;
using FashionRecs.Web.Shop.Clicks;
using FashionRecs.Web.Shop.Discovery;
using FashionRecs.Web.Shop.Lists;
using FashionRecs.Web.Shop.Photographs;
using FashionRecs.Web.Shop.Shoppers;
using FashionRecs.Web.Shop.Studies;
using Microsoft.AspNetCore.StaticAssets;

namespace FashionRecs.Web.Shop;

/// <summary>Registers the shoppers' pages.</summary>
public static class ShopRegistration
{
    public static IServiceCollection AddShop(this IServiceCollection services)
    {
        services.AddLanguages();
        services.AddSingleton<ShopperCookie>();
        services.AddSingleton<StudyCookie>();
        services.AddSingleton<ShopperOrigins>();
        services.AddSingleton<ShopperActivity>();
        services.AddSettings<ShopOptions>("Shop");
        services.AddSingleton(provider => new PriceWords(provider.GetRequiredService<ShopOptions>().Currency.Trim()));
        services.AddSingleton(provider => new ShopCurrency(provider.GetRequiredService<ShopOptions>().Currency.Trim()));
        services.AddSingleton<OpenLists>();
        services.AddScoped<BagCount>();
        services.AddSingleton<SiteAddress>();
        services.AddSingleton<RecentPhotographs>();
        services.AddSingleton<PhotographReader>();
        services.AddArms();
        return services;
    }

    /// <summary>Recognises shoppers; after authentication, before everything that asks who it is.</summary>
    public static void UseShop(this WebApplication app) => app.Use(async (context, next) =>
    {
        // Assets and pictures are the same for everybody and may be cached by anybody.
        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null
            && !ApiRegistration.IsApi(context.Request)
            && !context.Request.Path.StartsWithSegments("/theme")
            && !context.Request.Path.StartsWithSegments("/pictures"))
        {
            if (!await context.RequestServices.GetRequiredService<StudyCookie>().RecogniseAsync(context))
            {
                context.RequestServices.GetRequiredService<ShopperCookie>().Recognise(context);
            }

            await context.RequestServices.GetRequiredService<PreviewCookie>().RecogniseAsync(context);
        }

        await next(context);
    });

    public static void MapShop(this WebApplication app)
    {
        app.MapClicks();
        app.MapTracking();
        app.MapSuggestions();
        app.MapPhotographs();
        app.MapDiscovery();
        app.MapStudies();
        PreviewCookie.MapEnd(app);
    }
}
