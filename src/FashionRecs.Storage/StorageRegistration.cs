using FashionRecs.Application;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Catalog.Editing;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.Complements;
using FashionRecs.Application.Feeds;
using FashionRecs.Application.Impressions;
using FashionRecs.Application.Jobs;
using FashionRecs.Application.Keys;
using FashionRecs.Application.Models;
using FashionRecs.Application.Privacy;
using FashionRecs.Application.Research;
using FashionRecs.Application.Research.Lab;
using FashionRecs.Application.Review;
using FashionRecs.Application.Settings;
using FashionRecs.Application.Shoppers;
using FashionRecs.Application.Webhooks;
using FashionRecs.Storage.Accounts;
using FashionRecs.Storage.ApiKeys;
using FashionRecs.Storage.Catalog;
using FashionRecs.Storage.CatalogImport;
using FashionRecs.Storage.Complements;
using FashionRecs.Storage.Database;
using FashionRecs.Storage.Feeds;
using FashionRecs.Storage.Impressions;
using FashionRecs.Storage.Jobs;
using FashionRecs.Storage.Keys;
using FashionRecs.Storage.Models;
using FashionRecs.Storage.Privacy;
using FashionRecs.Storage.Research;
using FashionRecs.Storage.Review;
using FashionRecs.Storage.Settings;
using FashionRecs.Storage.Shoppers;
using FashionRecs.Storage.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Storage;

/// <summary>Registers the stores.</summary>
public static class StorageRegistration
{
    /// <summary>Adds the stores and the database that the settings name.</summary>
    /// <param name="services">What to add to.</param>
    /// <param name="settings">Where the data is.</param>
    /// <param name="providers">The kinds of database that the program knows.</param>
    /// <exception cref="InvalidDataException">The settings make no sense; the message says why.</exception>
    public static IServiceCollection AddStorage(
        this IServiceCollection services, StorageSettings settings, params IReadOnlyList<IStorageProvider> providers)
    {
        var provider = settings.Provider is { } name
            ? providers.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw new InvalidDataException(
                    $"Storage:Provider is '{name}', but must be one of {string.Join(", ", providers.Select(known => known.Name))}.")
            : providers.First(known => known.IsMeant(settings));
        provider.Register(services, settings);
        return services.AddStorage();
    }

    /// <summary>
    /// Adds the stores, all as singletons that are safe to share. An <see cref="IDatabaseDialect"/> has to be registered as well; the
    /// project of a database does both.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddDbContextFactory<FashionRecsContext>((provider, builder) => provider.GetRequiredService<IDatabaseDialect>()
            .Configure(builder));
        services.AddSingleton<ShopDatabase>();
        services.AddSingleton<IShopDatabase>(provider => provider.GetRequiredService<ShopDatabase>());
        services.AddSingleton<GroupCommit>();
        services.AddSingleton<SmallSteps>();
        services.AddSingleton<CatalogWrites>();
        services.AddSingleton<ICatalogStore, CatalogStore>();
        services.AddSingleton<IProductStore, ProductStore>();
        services.AddSingleton<IShopperStore, ShopperStore>();
        services.AddSingleton<IImpressionStore, ImpressionStore>();
        services.AddSingleton<ISettingStore, SettingStore>();
        services.AddSingleton<IKeyStore, KeyStore>();
        services.AddSingleton<IApiKeyStore, ApiKeyStore>();
        services.AddSingleton<IFeedStore, FeedStore>();
        services.AddSingleton<IWebhookStore, WebhookStore>();
        services.AddSingleton<IChoiceLog, ChoiceLog>();
        services.AddSingleton<IRetentionStore, RetentionStore>();
        services.AddSingleton<IExperimentStore, ExperimentStore>();
        services.AddSingleton<IExposureStore, ExposureStore>();
        services.AddSingleton<IParticipantStore, ParticipantStore>();
        services.AddSingleton<IReviewStore, ReviewStore>();
        services.AddSingleton<IAnnotationStore, AnnotationStore>();
        services.AddSingleton<ITagLog, TagLog>();
        services.AddSingleton<IRegionCheckStore, RegionCheckStore>();
        services.AddSingleton<ICatalogImportStore, CatalogImportStore>();
        services.AddSingleton<IModelStore, ModelStore>();
        services.AddSingleton<JobQueue>();
        services.AddSingleton<IJobStore, JobStore>();
        services.AddAccountStores();
        return services;
    }
}
