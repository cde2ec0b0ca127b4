using System.Security.Cryptography;
using FashionRecs.Application.Outbound;
using FashionRecs.Application.Webhooks;
using Microsoft.AspNetCore.DataProtection;

namespace FashionRecs.Web.Api.Webhooks;

/// <summary>Makes webhooks, and reads what signs their messages. Thread-safe.</summary>
public sealed class WebhookMaking(IWebhookStore store, CatalogWatch watch, OutboundGate gate, IDataProtectionProvider protection,
    TimeProvider time)
{
    /// <summary>Webhooks of a shop at most.</summary>
    public const int Most = 50;

    private readonly IDataProtector protector = protection.CreateProtector("FashionRecs.Webhooks.v1");

    /// <summary>Makes a webhook.</summary>
    /// <returns>The webhook, and what signs its messages: shown once.</returns>
    /// <exception cref="InvalidDataException">It makes no sense, or leads inside the network; one sentence says why.</exception>
    public async Task<(Webhook Webhook, string Secret)> MakeAsync(string person, string? address, IReadOnlyList<string?>? events,
        CancellationToken cancellation = default)
    {
        if (events is not { Count: > 0 } || events.Any(what => !WebhookEvents.All.Contains(what)))
        {
            throw new InvalidDataException($"Say what it is told: some of {string.Join(", ", WebhookEvents.All)}.");
        }

        var uri = gate.Read(address);
        if (uri.Scheme != Uri.UriSchemeHttps && !gate.IsNamedInside(uri))
        {
            throw new InvalidDataException("A webhook's address begins with https://.");
        }

        await gate.CheckAsync(address, cancellation);
        if ((await store.AllAsync(cancellation)).Count >= Most)
        {
            throw new InvalidDataException($"The shop has {Most} webhooks already; delete one first.");
        }

        await watch.BeginAsync(cancellation);
        var secret = WebhookSignature.CreateSecret();
        var webhook = new Webhook(Guid.NewGuid(), uri.AbsoluteUri, [.. events.OfType<string>().Distinct()], protector.Protect(secret),
            person, time.GetUtcNow());
        await store.AddAsync(webhook, cancellation);
        return (webhook, secret);
    }

    /// <summary>Sends a webhook a test; returns whether there is one.</summary>
    /// <exception cref="InvalidDataException">It is paused; one sentence says so.</exception>
    public async Task<bool> TestAsync(Guid id, CancellationToken cancellation = default) =>
        await store.TryFindAsync(id, cancellation) is { } webhook
        && (webhook.IsPaused ? throw new InvalidDataException("The webhook is paused; let it go on first.")
            : await store.TellAsync([], [WebhookText.Test(id, time.GetUtcNow())], cancellation));

    /// <summary>What signs a webhook's messages; null where the key that encrypted it is gone.</summary>
    public string? TrySecretOf(Webhook webhook)
    {
        try
        {
            return protector.Unprotect(webhook.Secret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
