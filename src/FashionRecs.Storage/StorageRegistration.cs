using FashionRecs.Application.Catalog;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.Complements;
using FashionRecs.Application.Files;
using FashionRecs.Application.Pictures;
using FashionRecs.Application.Research;
using FashionRecs.Application.Review;
using FashionRecs.Application.Shop;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Ranking;
using FashionRecs.Storage.Accounts;
using FashionRecs.Storage.Catalog;
using FashionRecs.Storage.Database;
using FashionRecs.Storage.Impressions;
using FashionRecs.Storage.Shoppers;
using FashionRecs.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FashionRecs.Storage;

/// <summary>Registers the stores and the shop on top of them.</summary>
public static class StorageRegistration
{
    /// <summary>Adds the database, the stores and <see cref="ShopService"/>, all as singletons that are safe to share.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, Action<StorageOptions>? configure = null)
    {
        var options = new StorageOptions();
        configure?.Invoke(options);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(AttributeVocabularyFile.Default);
        services.TryAddSingleton(new PreferenceOptions());
        services.TryAddSingleton(new RankingOptions());
        services.TryAddSingleton(new ExplanationOptions());
        services.TryAddSingleton(provider => PreferencePriorFile.Starting(provider.GetRequiredService<AttributeVocabulary>(), provider.GetRequiredService<PreferenceOptions>()));
        services.TryAddSingleton<PreferenceLearner>();
        services.TryAddSingleton<Explainer>();
        services.AddSingleton(options);
        services.AddDbContextFactory<FashionRecsContext>(builder => ConnectionSettings.Apply(builder, options));
        services.AddSingleton<ShopDatabase>();
        services.AddSingleton<GroupCommit>();
        services.TryAddSingleton<WholeFiles>();
        services.AddSingleton<PictureStore>();
        services.AddSingleton<CatalogStore>();
        services.AddSingleton<ProductImport>();
        services.AddSingleton<Seeding.SeedCatalog>();
        services.AddSingleton<ShopperStore>();
        services.AddSingleton<ImpressionStore>();
        services.AddSingleton<CatalogCache>();
        services.AddSingleton<ShopperCache>();
        services.AddSingleton<ShopService>();
        services.AddAccounts();
        services.AddExperiments();
        services.AddPairings();
        services.AddReviews();
        services.AddIntake();
        services.AddSingleton<Weights.WeightsStore>();
        services.AddSingleton<Weights.Reprojection>();
        return services;
    }
}
