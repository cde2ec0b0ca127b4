using System.Globalization;
using System.Text.Json;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Webhooks;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Web.Api.Webhooks;

/// <summary>
/// Writes messages about products that were read and whose readings changed. What was told of a product is kept beside the messages, so
/// that nothing is told twice or forgotten, whichever process reads the product and however often this one is killed. Thread-safe.
/// </summary>
public sealed class CatalogWatch(IWebhookStore store, ICatalogStore catalog, TimeProvider time)
{
    private const string Revision = "catalog";
    private const int Together = 500;

    /// <summary>Notes how the catalog is now where nobody is told of it yet, so that only what happens from here on is told.</summary>
    public async Task BeginAsync(CancellationToken cancellation = default)
    {
        if ((await store.AllAsync(cancellation)).Count == 0)
        {
            await FollowAsync([], await NotedAsync(cancellation), cancellation);
        }
    }

    /// <summary>Whether something happened since the last step that somebody is to be told.</summary>
    public async Task<bool> IsBehindAsync(CancellationToken cancellation = default) =>
        (await store.AllAsync(cancellation)).Count > 0
        && await NotedAsync(cancellation) != Number(await catalog.RevisionAsync(cancellation));

    /// <summary>Writes messages about what happened since the last step.</summary>
    public async Task StepAsync(CancellationToken cancellation = default)
    {
        var webhooks = await store.AllAsync(cancellation);
        if (webhooks.Count == 0)
        {
            return;
        }

        var noted = await NotedAsync(cancellation);
        if (noted != Number(await catalog.RevisionAsync(cancellation)))
        {
            await FollowAsync(noted is null ? [] : webhooks, noted, cancellation);
        }
    }

    private async Task FollowAsync(IReadOnlyList<Webhook> webhooks, string? noted, CancellationToken cancellation)
    {
        var since = noted is null ? 0 : long.Parse(noted, CultureInfo.InvariantCulture);
        var changes = await catalog.ChangesSinceAsync(since, cancellation);
        foreach (var part in changes.Items.Where(item => item.Predicted is not null).Chunk(Together))
        {
            if (!await TellAsync(part, webhooks, cancellation))
            {
                return; // Another process is telling it.
            }
        }

        await store.TellAsync([new WebhookMark(Revision, noted, Number(changes.Revision))], [], cancellation);
    }

    private async Task<bool> TellAsync(IReadOnlyList<CatalogItem> items, IReadOnlyList<Webhook> webhooks, CancellationToken cancellation)
    {
        var known = await store.MarksAsync([.. items.Select(NameOf)], cancellation);
        var (marks, messages, now) = (new List<WebhookMark>(), new List<WebhookMessage>(), time.GetUtcNow());
        foreach (var item in items)
        {
            var before = known.TryGetValue(NameOf(item), out var text) ? JsonSerializer.Deserialize<ToldProduct>(text) : null;
            var after = ToldProduct.Of(item);
            marks.Add(new WebhookMark(NameOf(item), text, JsonSerializer.Serialize(after)));
            if (before is null || (before.Weights, before.Picture) != (after.Weights, after.Picture))
            {
                messages.AddRange(WebhookText.Write(webhooks, WebhookEvents.ProductRead, now,
                    new ProductReadText(item.Product.Id, after.Weights, after.Readings)));
            }

            if (before?.Changed(after) is { Count: > 0 } changed)
            {
                messages.AddRange(WebhookText.Write(webhooks, WebhookEvents.ReadingChanged, now,
                    new ReadingChangedText(item.Product.Id, changed)));
            }
        }

        return await store.TellAsync(marks, messages, cancellation);
    }

    private async Task<string?> NotedAsync(CancellationToken cancellation) =>
        (await store.MarksAsync([Revision], cancellation)).GetValueOrDefault(Revision);

    private static string NameOf(CatalogItem item) => $"product {item.Product.Id}";

    private static string Number(long revision) => revision.ToString(CultureInfo.InvariantCulture);
}
