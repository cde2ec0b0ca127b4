namespace FashionRecs.Application.Webhooks;

/// <summary>What a webhook can be told.</summary>
public static class WebhookEvents
{
    /// <summary>The network has read a product's picture: of a new product, another picture, or with other weights.</summary>
    public const string ProductRead = "product.read";

    /// <summary>Something else is held true of a product than before, whoever said so.</summary>
    public const string ReadingChanged = "reading.changed";

    /// <summary>The data of a running experiment must not be trusted, or an arm does harm.</summary>
    public const string ExperimentAlarm = "experiment.alarm";

    /// <summary>Somebody wants to see whether messages arrive. Every webhook can be sent one.</summary>
    public const string Test = "webhook.test";

    /// <summary>All that can be asked for.</summary>
    public static IReadOnlyList<string> All { get; } = [ProductRead, ReadingChanged, ExperimentAlarm];
}
