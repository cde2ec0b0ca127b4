using System.Globalization;
using System.Text;
using FashionRecs.Application.Outbound;
using FashionRecs.Application.Webhooks;

namespace FashionRecs.Web.Api.Webhooks;

/// <summary>
/// Sends messages that are due, signed as Standard Webhooks has it: each webhook by itself, its messages one after the other. A message is
/// held while it is sent, so that no other process sends it, and what a killed process held is due again soon. Thread-safe.
/// </summary>
public sealed class WebhookDelivery(IWebhookStore store, WebhookMaking making, OutboundClient client, OutboundGate gate, TimeProvider time)
{
    private const int Together = 200;
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(1);

    /// <summary>Sends what is due; returns how many messages were sent, whatever became of them.</summary>
    public async Task<int> StepAsync(CancellationToken cancellation = default)
    {
        var due = await store.DueAsync(time.GetUtcNow(), Together, cancellation);
        if (due.Count == 0)
        {
            return 0;
        }

        var webhooks = (await store.AllAsync(cancellation)).ToDictionary(webhook => webhook.Id);
        return (await Task.WhenAll(due.GroupBy(message => message.Webhook).Where(group => webhooks.ContainsKey(group.Key))
            .Select(group => SendAsync(webhooks[group.Key], group, cancellation)))).Sum();
    }

    private async Task<int> SendAsync(Webhook webhook, IEnumerable<WebhookMessage> messages, CancellationToken cancellation)
    {
        var sent = 0;
        foreach (var message in messages)
        {
            if (!await store.HoldAsync(message, time.GetUtcNow() + Held, cancellation))
            {
                continue;
            }

            var after = await SendAsync(webhook, message, cancellation);
            await store.SaveAsync(after, cancellation);
            sent++;
            if (after.State == WebhookState.Waiting)
            {
                // Its server is away or ill; the others wait for the next look.
                break;
            }
        }

        return sent;
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
