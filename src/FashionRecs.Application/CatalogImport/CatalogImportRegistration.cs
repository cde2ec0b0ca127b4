using FashionRecs.Application.CatalogImport.Lists;
using FashionRecs.Application.CatalogImport.Prices;
using FashionRecs.Application.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FashionRecs.Application.CatalogImport;

/// <summary>Registers the way of products into the shop. An inspector and a projector of pictures come from outside.</summary>
internal static class CatalogImportRegistration
{
    public static void AddCatalogImport(this IServiceCollection services)
    {
        services.AddSettings<CatalogImportLimits>("Import");
        services.TryAddSingleton(new ShopCurrency("€"));
        services.AddSingleton<RememberedColumns>();
        services.AddSingleton<ProductListOpener>();
        services.AddSingleton<StagingFolder>();
        services.AddSingleton<CatalogImportReader>();
        services.AddSingleton<CatalogImportRun>();
        services.AddSingleton<CatalogImportTakeBack>();
        services.AddSingleton<CatalogImportLease>();
        services.AddSingleton<ArrivalsCache>();
    }
}
