using System.Security.Cryptography;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.CatalogImport.Lists.Files;
using FashionRecs.Application.Outbound;

namespace FashionRecs.Application.Feeds;

/// <summary>
/// Runs feeds: fetches the list and hands it in as an import, which reads it as every other list and then goes on by itself. Safe to share
/// between threads and processes; a feed runs in one of them at a time.
/// </summary>
public sealed class FeedFetch(
    IFeedStore feeds, ICatalogImportStore imports, StagingFolder staging, OutboundClient client, OutboundGate gate,
    OutboundOptions options, TimeProvider time)
{
    /// <summary>Who the imports of feeds belong to.</summary>
    public const string Person = "feed";

    /// <summary>Runs a feed; one that is paused or gone is left alone.</summary>
    /// <exception cref="IOException">The list cannot be fetched; one sentence says why.</exception>
    public async Task RunAsync(Guid id, CancellationToken cancellation = default)
    {
        if (await feeds.TryFindAsync(id, cancellation) is not { IsPaused: false } feed)
        {
            return;
        }

        var now = time.GetUtcNow();
        var last = feed.Last;
        var kept = new FeedRun(now, FeedOutcome.Failed, null, last?.Import, last?.Tag, last?.Content);
        if (last?.Import is { } before && await imports.StateAsync(before, cancellation) is { } state && !state.IsOver())
        {
            await feeds.SaveAsync(feed.Id, kept with { Trouble = "What the run before fetched is not all taken in yet." }, cancellation);
            return;
        }

        var file = Path.Combine(Path.GetTempPath(), $"fashionrecs-feed-{Guid.NewGuid():N}");
        try
        {
            await feeds.SaveAsync(feed.Id, await FetchAsync(feed, kept, file, cancellation), cancellation);
        }
        catch (InvalidDataException exception)
        {
            await feeds.SaveAsync(feed.Id, kept with { Trouble = exception.Message }, cancellation);
            throw new IOException($"{feed.Name}: {exception.Message}", exception);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private async Task<FeedRun> FetchAsync(Feed feed, FeedRun kept, string file, CancellationToken cancellation)
    {
        OutboundAnswer answer;
        // What was given up or refused is taken in again, whether or not it is the same.
        var isIn = kept.Import is { } known && await imports.StateAsync(known, cancellation) == CatalogImportState.Done;
        await using (var target = File.Create(file))
        {
            answer = await client.GetAsync(gate.Read(feed.Address), target, options.LargestFeed,
                TimeSpan.FromSeconds(options.FeedSeconds), isIn ? kept.Tag : null, cancellation);
        }

        if (answer.IsUnchanged)
        {
            return kept with { Outcome = FeedOutcome.Unchanged };
        }

        await using var list = File.OpenRead(file);
        var content = Convert.ToHexStringLower(await SHA256.HashDataAsync(list, cancellation));
        if (isIn && content == kept.Content)
        {
            return kept with { Outcome = FeedOutcome.Unchanged, Tag = answer.Tag };
        }

        list.Position = 0;
        var import = await imports.BeginAsync(feed.Name, $"{Person} {feed.Name}", cancellation: cancellation);
        await staging.SaveAsync(import, NameOf(answer.From), list, list.Length, cancellation);
        await staging.TakePicturesFromAddressesAsync(import);
        await imports.MoveAsync(import, CatalogImportState.Reading, [CatalogImportState.Open], cancellation: cancellation);
        return kept with { Outcome = FeedOutcome.Fetched, Import = import, Tag = answer.Tag, Content = content };
    }

    /// <summary>What the list is called; where an address ends in nothing that lists are called by, its bytes decide what it is.</summary>
    private static string NameOf(Uri address)
    {
        var name = Uri.UnescapeDataString(address.Segments[^1]).Trim('/').Trim();
        return name.Length is > 0 and <= 100 && ListFiles.MayBe(name) && Path.GetExtension(name).Length > 0 ? name : "feed";
    }
}
