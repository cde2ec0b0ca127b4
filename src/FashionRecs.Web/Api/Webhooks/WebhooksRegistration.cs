using FashionRecs.Application.Jobs;

namespace FashionRecs.Web.Api.Webhooks;

/// <summary>Registers what tells other servers what happens.</summary>
internal static class WebhooksRegistration
{
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<WebhookMaking>();
        services.AddSingleton<WebhookDelivery>();
        services.AddSingleton<CatalogWatch>();
        services.AddSingleton<AlarmWatch>();
        services.AddSingleton<IJobKind, CatalogWatchJob>();
        services.AddSingleton<IJobKind, AlarmWatchJob>();
        services.AddSingleton<IJobKind, WebhookDeliveryJob>();
    }
}
