using FashionRecs.Application.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Application.CatalogImport;

/// <summary>Registers the way of products into the shop. An inspector and a projector of pictures come from outside.</summary>
internal static class CatalogImportRegistration
{
    public static void AddCatalogImport(this IServiceCollection services)
    {
        services.AddSettings<CatalogImportLimits>("Import");
        services.AddSingleton<StagingFolder>();
        services.AddSingleton<CatalogImportReader>();
        services.AddSingleton<CatalogImportRun>();
    }
}
