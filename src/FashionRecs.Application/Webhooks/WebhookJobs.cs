using FashionRecs.Application.Jobs;

namespace FashionRecs.Application.Webhooks;

/// <summary>Work that webhooks need. Pure.</summary>
public static class WebhookJobs
{
    /// <summary>Name of the kind that sends the messages of a webhook.</summary>
    public const string Delivery = "webhook-delivery";

    /// <summary>Its version.</summary>
    public const int DeliveryVersion = 1;

    /// <summary>Asks for the messages of a webhook to be sent.</summary>
    public static WantedJob Deliver(Guid webhook) => new(Delivery, DeliveryVersion, webhook.ToString());
}
