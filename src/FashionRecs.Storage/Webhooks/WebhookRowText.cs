using FashionRecs.Application.Webhooks;

namespace FashionRecs.Storage.Webhooks;

/// <summary>Reads webhooks and their messages.</summary>
internal static class WebhookRowText
{
    public const string Waiting = "waiting";
    private const string Delivered = "delivered";
    public const string GivenUp = "given up";

    public static Webhook Read(WebhookRow row) => new(
        row.Id, row.Address, row.Events.Split(' ', StringSplitOptions.RemoveEmptyEntries), row.Secret, row.Person,
        DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedMilliseconds))
    {
        IsPaused = row.Paused,
    };

    public static WebhookMessage Read(WebhookMessageRow row) => new(
        row.Id, row.Webhook, row.Event, row.Body, DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedMilliseconds),
        DateTimeOffset.FromUnixTimeMilliseconds(row.NextMilliseconds))
    {
        Tries = row.Tries, Trouble = row.Trouble,
        State = row.State switch { Waiting => WebhookState.Waiting, Delivered => WebhookState.Delivered, _ => WebhookState.GivenUp },
    };

    public static string Word(WebhookState state) => state switch
    {
        WebhookState.Waiting => Waiting,
        WebhookState.Delivered => Delivered,
        WebhookState.GivenUp => GivenUp,
    };
}
