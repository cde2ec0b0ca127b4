using FashionRecs.Application.Settings;
using FashionRecs.Web.Merchandising.CatalogImport;
using FashionRecs.Web.Merchandising.Export;
using FashionRecs.Web.Merchandising.Frame;
using FashionRecs.Web.Lists;
using FashionRecs.Web.Merchandising.Products;
using FashionRecs.Web.Merchandising.Queue;
using FashionRecs.Web.Merchandising.Review;
using FashionRecs.Web.Merchandising.Weights;
using FashionRecs.Web.Pictures;
using Microsoft.AspNetCore.Authorization;

namespace FashionRecs.Web.Merchandising;

/// <summary>Registers the merchandisers' pages and what works for them in the background.</summary>
public static class MerchandisingRegistration
{
    public static IServiceCollection AddMerchandising(this IServiceCollection services)
    {
        services.AddSettings<PollingOptions>("Polling");
        services.AddScoped<ListLooks>();
        services.AddSingleton<FilterChoicesCache>();
        services.AddSingleton<ReviewPresence>();
        services.AddSingleton<ReviewTaskLoader>();
        services.AddHostedService<RegionWorker>();
        services.AddHostedService<WeightsFollower>();
        services.AddHostedService<QueueWarmup>();
        return services;
    }

    public static void MapMerchandising(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/merchandising").RequireAuthorization(new AuthorizeAttribute { Roles = Roles.Merchandiser });
        own.MapCatalogImport();
        own.MapExport();
        own.MapProductPictures();
        own.MapCrops();
        own.MapOldAddresses();
    }
}
