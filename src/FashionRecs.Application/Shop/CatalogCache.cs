using FashionRecs.Application.Caching;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Files;
using FashionRecs.Application.Shop.Columns;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Texts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FashionRecs.Application.Shop;

/// <summary>Keeps the catalog at hand and brings it up to date when any process changed it.</summary>
public sealed class CatalogCache : IDisposable
{
    /// <summary>Products that are read together.</summary>
    private const int Portion = 5_000;

    /// <summary>Changed products from which on a large catalog is kept anew for the next start.</summary>
    private const int MostChanges = 5_000;

    private readonly ICatalogStore store;
    private readonly AttributeVocabulary vocabulary;
    private readonly CatalogMemory memory;
    private readonly ShopFolder folder;
    private readonly SavedCatalog saved;
    private readonly RevisionCache<long, CatalogSnapshot> cache;
    private readonly bool isWhole;
    private int changed;

    public CatalogCache(ICatalogStore store, AttributeVocabulary vocabulary, CatalogMemory memory, ShopFolder folder, StatementRule rule,
        TextBeliefOptions texts, TimeProvider time, ILoggerFactory? logs = null)
    {
        (this.store, this.vocabulary, this.memory, this.folder) = (store, vocabulary, memory, folder);
        saved = new SavedCatalog(store, vocabulary, folder, memory, rule, texts, time,
            (logs ?? NullLoggerFactory.Instance).CreateLogger<SavedCatalog>());
        cache = Cache();
    }

    private CatalogCache(CatalogCache like)
    {
        (store, vocabulary, folder, saved) = (like.store, like.vocabulary, like.folder, like.saved);
        (memory, isWhole) = (like.memory with { WholeUpTo = int.MaxValue }, true);
        cache = Cache();
    }

    /// <summary>Another one of the same catalog that holds all products, however many there are, and is searched by nobody.</summary>
    internal CatalogCache Whole() => new(this);

    /// <summary>The catalog as it is now: one small query, and a reload of what changed where something did.</summary>
    public Task<CatalogSnapshot> GetAsync(CancellationToken cancellation = default) => cache.GetAsync(cancellation);

    /// <inheritdoc/>
    public void Dispose() => cache.Dispose();

    private RevisionCache<long, CatalogSnapshot> Cache() =>
        new(new CatalogSnapshot(vocabulary, 0, []), snapshot => snapshot.Revision, store.RevisionAsync, RefreshAsync);

    private async Task<CatalogSnapshot> RefreshAsync(CatalogSnapshot before, CancellationToken cancellation)
    {
        if (before.Revision == 0)
        {
            return await StartAsync(cancellation);
        }

        var changes = await store.ChangesSinceAsync(before.Revision, cancellation);
        var after = After(before, changes);
        return !after.IsHeld && after.Items.Count <= memory.WholeUpTo ? await StartAsync(cancellation)
            : Begun(after, changes.Items.Count + changes.Removed.Count);
    }

    private CatalogSnapshot After(CatalogSnapshot before, CatalogChanges changes) =>
        before.With(vocabulary, changes).Within(vocabulary, memory, Reads);

    private async Task<CatalogSnapshot> StartAsync(CancellationToken cancellation)
    {
        if (!isWhole && await saved.TryReadAsync(Reads, cancellation) is var (kept, since))
        {
            // What it can be searched by is made of what was kept, so that what changed since costs no more than itself.
            _ = kept.Search;
            var now = After(kept, since);
            if (now.Items.Count > memory.WholeUpTo)
            {
                return Begun(now, since.Items.Count + since.Removed.Count);
            }
        }

        var read = await ReadAsync(cancellation);
        var catalog = After(read, await store.ChangesSinceAsync(read.Revision, cancellation));
        if (!catalog.IsHeld)
        {
            // A first start takes minutes anyway; a shop that is there answers searches at once.
            await Task.Run(() => catalog.Search.Texts, cancellation);
        }

        return Begun(catalog, MostChanges);
    }

    /// <summary>Begins what takes seconds in a large catalog, so that whoever asks earlier waits for it alone.</summary>
    private CatalogSnapshot Begun(CatalogSnapshot catalog, int more)
    {
        changed = catalog.IsHeld ? 0 : changed + more;
        var isKept = changed >= MostChanges;
        changed = isKept ? 0 : changed;
        if (!isWhole && (catalog.IsLarge || !catalog.IsHeld))
        {
            _ = Task.Run(() =>
            {
                _ = catalog.Search.Texts;
                if (isKept)
                {
                    saved.Write(catalog);
                }
            }, CancellationToken.None);
        }

        return catalog;
    }

    /// <summary>The whole catalog, by and by: what is not held is let go as soon as its columns are known.</summary>
    private async Task<CatalogSnapshot> ReadAsync(CancellationToken cancellation)
    {
        var (revision, facets) = (await store.RevisionAsync(cancellation), new CatalogFacets());
        var (rows, withdrawn) = (new List<ColumnRow>(), new Dictionary<string, CatalogItem>(StringComparer.Ordinal));
        List<CatalogItem>? held = [];
        // The database answers while what it said before is laid out.
        for (var next = store.PortionAsync(null, Portion, cancellation); next is not null;)
        {
            var portion = await next;
            next = portion.Last is { } last ? Task.Run(() => store.PortionAsync(last, Portion, cancellation), cancellation) : null;
            rows.AddRange(portion.Items.Select(item => ColumnRow.Of(item, facets)));
            held = held?.Count + portion.Items.Count <= memory.WholeUpTo ? held : null;
            held?.AddRange(portion.Items);
            foreach (var item in portion.Withdrawn)
            {
                withdrawn[item.Product.Id] = item;
            }
        }

        var columns = CatalogColumns.Of(vocabulary, facets, rows);
        return new CatalogSnapshot(vocabulary, revision,
            held is null ? Reads(columns.Ids) : held.OrderBy(item => item.Product.Id, StringComparer.Ordinal).ToArray(), columns, null)
        {
            Withdrawn = withdrawn,
        };
    }

    private CatalogItems Reads(PackedIds ids) => new(ids, new RecentItems(store, vocabulary, memory.Recent), folder.Catalog);
}
