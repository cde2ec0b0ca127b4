using FashionRecs.Core.Attributes;
using FashionRecs.Core.Explanations;
using FashionRecs.Core.Preferences;
using FashionRecs.Core.Ranking;
using FashionRecs.Web.Shop.Clicks;
using FashionRecs.Web.Shop.Shoppers;
using FashionRecs.Web.Shop.Taste;
using Microsoft.Extensions.Options;

namespace FashionRecs.Web.Shop;

/// <summary>Registers the shoppers' pages.</summary>
public static class ShopRegistration
{
    public static IServiceCollection AddShop(this IServiceCollection services)
    {
        services.AddOptions<PreferenceOptions>().BindConfiguration("Preferences");
        services.AddOptions<RankingOptions>().BindConfiguration("Ranking");
        services.AddOptions<ExplanationOptions>().BindConfiguration("Explanations");
        services.AddCascadingAuthenticationState();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(AttributeVocabularyFile.Default);
        services.AddSingleton<ShopperCookie>();
        services.AddSingleton<CurrentCatalog>();
        services.AddSingleton<ShopperTastes>();
        services.AddSingleton(provider => new Explainer(provider.GetRequiredService<IOptions<ExplanationOptions>>().Value));
        services.AddSingleton(provider => new Recommender(
            provider.GetRequiredService<Explainer>(), provider.GetRequiredService<IOptions<RankingOptions>>().Value));
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<PreferenceOptions>>().Value;
            return new PreferenceLearner(PreferencePrior.Flat(provider.GetRequiredService<AttributeVocabulary>(), options.PriorVariance), options);
        });
        return services;
    }

    /// <summary>Recognises shoppers; after authentication, before everything that asks who it is.</summary>
    public static void UseShop(this WebApplication app) => app.Use((context, next) =>
    {
        // Assets and pictures are the same for everybody and may be cached by anybody.
        if (context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null
            && !context.Request.Path.StartsWithSegments("/pictures"))
        {
            context.RequestServices.GetRequiredService<ShopperCookie>().Recognise(context);
        }

        return next(context);
    });

    public static void MapShop(this WebApplication app) => app.MapClicks();
}
