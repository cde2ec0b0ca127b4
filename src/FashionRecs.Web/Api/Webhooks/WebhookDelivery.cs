using System.Globalization;
using System.Text;
using FashionRecs.Application.Outbound;
using FashionRecs.Application.Webhooks;

namespace FashionRecs.Web.Api.Webhooks;

/// <summary>
/// Sends messages that are due, signed as Standard Webhooks has it: of one webhook, one after the other. A message is held while it is
/// sent, so that no other process sends it, and what a killed process held is due again soon. Thread-safe.
/// </summary>
public sealed class WebhookDelivery(IWebhookStore store, WebhookMaking making, OutboundClient client, OutboundGate gate, TimeProvider time)
{
    private const int Together = 50;
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(1);

    /// <summary>Sends what is due, until a message is not taken: its server is away or ill, and the others wait with it.</summary>
    /// <returns>Why one was not taken, in a sentence, and when it is sent again; null where that did not happen.</returns>
    public async Task<(string Trouble, DateTimeOffset Next)?> SendAsync(Guid id, Action<int, int>? progress = null,
        CancellationToken cancellation = default)
    {
        var sent = 0;
        while (await store.TryFindAsync(id, cancellation) is { } webhook
            && await store.DueAsync(id, time.GetUtcNow(), Together, cancellation) is { Count: > 0 } due)
        {
            var held = 0;
            foreach (var message in due)
            {
                if (!await store.HoldAsync(message, time.GetUtcNow() + Held, cancellation))
                {
                    continue;
                }

                held++;
                var after = await SendAsync(webhook, message, cancellation);
                await store.SaveAsync(after, cancellation);
                progress?.Invoke(++sent, 0);
                if (after.State == WebhookState.Waiting)
                {
                    return ($"{webhook.Address}: {after.Trouble}", after.Next);
                }
            }

            if (held == 0)
            {
                return null; // Another process sends them.
            }
        }

        return null;
    }

    private async Task<WebhookMessage> SendAsync(Webhook webhook, WebhookMessage message, CancellationToken cancellation)
    {
        if (making.TrySecretOf(webhook) is not { } secret)
        {
            return message with
            {
                State = WebhookState.GivenUp, Trouble = "What signs its messages cannot be read any more; make it anew.",
            };
        }

        var (now, body) = (time.GetUtcNow(), Encoding.UTF8.GetBytes(message.Body));
        var tried = message with { Tries = message.Tries + 1 };
        try
        {
            var status = await client.PostAsync(gate.Read(webhook.Address), body, new Dictionary<string, string>
            {
                ["webhook-id"] = message.Id,
                ["webhook-timestamp"] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                ["webhook-signature"] = WebhookSignature.Of(secret, message.Id, now, body),
            }, AtMost, cancellation);
            return status is >= 200 and < 300 ? tried with { State = WebhookState.Delivered, Trouble = null }
                : status == StatusCodes.Status410Gone
                    ? tried with { State = WebhookState.GivenUp, Trouble = "The server answered 410: nobody wants it any more." }
                : Failed(tried, $"The server answered {status}.", now);
        }
        catch (InvalidDataException exception)
        {
            return Failed(tried, exception.Message, now);
        }
    }

    private static WebhookMessage Failed(WebhookMessage tried, string why, DateTimeOffset now) =>
        WebhookSchedule.After(tried.Tries) is { } pause ? tried with { Next = now + pause, Trouble = why }
            : tried with { State = WebhookState.GivenUp, Trouble = $"It was sent {tried.Tries} times in vain; the last time: {why}" };
}
