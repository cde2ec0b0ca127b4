using FashionRecs.Application.Accounts;
using FashionRecs.Application.Backups;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Catalog.Editing;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.Complements;
using FashionRecs.Application.Feeds;
using FashionRecs.Application.Files;
using FashionRecs.Application.Jobs;
using FashionRecs.Application.Models;
using FashionRecs.Application.Notices;
using FashionRecs.Application.Outbound;
using FashionRecs.Application.Pictures;
using FashionRecs.Application.Privacy;
using FashionRecs.Application.Research;
using FashionRecs.Application.Review;
using FashionRecs.Application.Seeding;
using FashionRecs.Application.Settings;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shop.Criteria;
using FashionRecs.Application.Shop.Tastes;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Domain.Explanations;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Ranking;
using FashionRecs.Domain.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FashionRecs.Application;

/// <summary>Registers what pages and commands call. The stores that it needs come from a storage project.</summary>
public static class ApplicationRegistration
{
    /// <summary>
    /// Adds the shop's use cases, all as singletons that are safe to share. What is registered before, such as options, stays.
    /// </summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(AttributeVocabularyFile.Default);
        services.AddSettings<PreferenceOptions>("Preferences");
        services.AddSettings<RankingOptions>("Ranking");
        services.AddSettings<ExplanationOptions>("Explanations");
        services.AddSettings<StatementRule>("Statements");
        services.AddSettings<TextBeliefOptions>("Texts");
        services.AddSettings<CatalogOptions>("Catalog");
        services.TryAddSingleton(provider =>
            PreferencePriorFile.Starting(provider.GetRequiredService<AttributeVocabulary>(),
            provider.GetRequiredService<PreferenceOptions>()));
        services.TryAddSingleton(provider => BeliefReader.Shipped(
            provider.GetRequiredService<AttributeVocabulary>(), provider.GetRequiredService<StatementRule>(),
            provider.GetRequiredService<TextBeliefOptions>()));
        services.TryAddSingleton<PreferenceLearner>();
        services.TryAddSingleton<Explainer>();
        services.TryAddSingleton<INotices, LocalNotices>();
        services.TryAddSingleton<ShopFileWriter>();
        services.TryAddSingleton<ISharedFiles, FolderFiles>();
        services.AddSingleton<ModelFiles>();
        services.AddSingleton<PictureStore>();
        services.AddSingleton<ProductImport>();
        services.AddSingleton<ProductEditing>();
        services.AddSingleton<SentProducts>();
        services.AddSingleton<ProductListing>();
        services.AddSingleton<SeedCatalog>();
        services.TryAddSingleton<CatalogMemory>();
        services.AddSingleton<CatalogCache>();
        services.AddSingleton<WholeCatalog>();
        services.AddSingleton<ShopperLearner>();
        services.AddSingleton<SampleShopper>();
        services.AddSingleton<ShopRanking>();
        services.AddSingleton<ShopperCache>();
        services.AddSingleton<DeletedShoppers>();
        services.AddSingleton<FileRewriting>();
        services.AddSingleton<ShopService>();
        services.AddSingleton<CriteriaService>();
        services.AddSingleton<ModelRegistry>();
        services.AddSingleton<Reprojection>();
        services.AddAccounts();
        services.AddBackups();
        services.AddComplements();
        services.AddTastes();
        services.AddReview();
        services.AddCatalogImport();
        services.AddSettings<RetentionOptions>("Retention");
        services.AddSingleton<Retention>();
        services.AddJobs();
        services.AddOutbound();
        services.AddFeeds();
        services.AddResearchUseCases();
        return services;
    }
}
