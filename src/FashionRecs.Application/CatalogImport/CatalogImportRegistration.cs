using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FashionRecs.Application.CatalogImport;

/// <summary>Registers the way of products into the shop. An inspector and a projector of pictures come from outside.</summary>
internal static class CatalogImportRegistration
{
    public static void AddCatalogImport(this IServiceCollection services)
    {
        services.TryAddSingleton(new CatalogImportLimits());
        services.AddSingleton<StagingFolder>();
        services.AddSingleton<CatalogImportReader>();
        services.AddSingleton<CatalogImportRun>();
        services.AddSingleton<CatalogImportLease>();
    }
}
