using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Files;
using FashionRecs.Application.Shop.Search;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Files;
using FashionRecs.Domain.Texts;
using Microsoft.Extensions.Logging;

namespace FashionRecs.Application.Shop.Columns;

/// <summary>
/// Keeps what the next start of a large catalog begins from: its columns in a file, and the index of its words beside it. What is kept is
/// never believed unseen: it has to be worked out by the same program, settings and vocabulary, and of what is stored now those products
/// that changed last before it was kept, and some of all others, have to give the same columns. So neither a backup that was put back nor
/// another shop's database is taken for this one's. Safe to share between threads and processes.
/// </summary>
internal sealed class SavedCatalog(ICatalogStore store, AttributeVocabulary vocabulary, ShopFolder folder, CatalogMemory memory,
    StatementRule rule, TextBeliefOptions texts, TimeProvider time, ILogger<SavedCatalog> log)
{
    /// <summary>Products that are read together.</summary>
    private const int Together = 256;

    /// <summary>Folders that nobody names, and files that are not whole, are another process's for so long.</summary>
    private static readonly TimeSpan Unfinished = TimeSpan.FromDays(1);

    /// <summary>What ships beside the program and decides how products are read: other words or beliefs make other columns.</summary>
    private static readonly string[] Shipped =
        [AttributeVocabularyFile.ShippedPath, TextLanguagesFile.ShippedPath, BeliefModelFile.ShippedPath];

    private readonly SemaphoreSlim writing = new(1);

    private string File => Path.Combine(folder.Catalog, "columns");

    /// <summary>What decides how columns follow from what is stored.</summary>
    private string Key
    {
        get
        {
            var parts = new[] { typeof(CatalogItem), typeof(SavedCatalog), store.GetType() }
                .Select(type => $"{type.Module.ModuleVersionId}")
                .Append(JsonSerializer.Serialize(rule)).Append(JsonSerializer.Serialize(texts)).Append($"{vocabulary.Version}")
                .Concat(vocabulary.Values.Select(value => value.FullCode())).Concat(Shipped.Select(Hash));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
        }
    }

    /// <summary>
    /// The catalog as it was kept, with all that changed since; null where nothing is kept that may be believed.
    /// </summary>
    /// <param name="reads">Makes the list of its products.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<(CatalogSnapshot Kept, CatalogChanges Since)?> TryReadAsync(Func<PackedIds, CatalogItems> reads,
        CancellationToken cancellation)
    {
        try
        {
            if (SavedColumns.TryRead(File, Key, vocabulary.Values.Count) is not { } saved
                || await store.RevisionAsync(cancellation) < saved.Revision)
            {
                return null;
            }

            var since = await store.ChangesSinceAsync(saved.Revision, cancellation);
            if (!await IsOfThisCatalogAsync(saved, since, cancellation))
            {
                log.LogInformation("What was kept of the catalog is of another one; it is read anew");
                return null;
            }

            var kept = new CatalogSnapshot(vocabulary, saved.Revision, reads(saved.Columns.Ids), saved.Columns, null,
                new WrittenTexts(TextSegment.Open(folder.Catalog, saved.Words, saved.Written), saved.Touched))
            {
                Withdrawn = saved.Withdrawn.Chunk(Together).SelectMany(store.Find).Where(item => item.IsWithdrawn)
                    .ToDictionary(item => item.Product.Id, StringComparer.Ordinal),
            };
            return (kept, since);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogWarning(exception, "What was kept of the catalog cannot be read; it is read anew");
            return null;
        }
    }

    /// <summary>Keeps a catalog, unless that is under way; what cannot be written is not kept, and the next start takes longer.</summary>
    public void Write(CatalogSnapshot catalog)
    {
        if (!writing.Wait(0))
        {
            return;
        }

        try
        {
            var words = catalog.Search.Texts;
            var name = words.Large.Folder;
            // Another server may have dropped it, which keeps a catalog of its own.
            if (name.Length > 0 && Directory.Exists(Path.Combine(folder.Catalog, name)))
            {
                PrivateFiles.MakeFolder(folder.Catalog);
                DropOthers(name);
                new SavedColumns(Key, catalog.Revision, catalog.Columns, [.. catalog.Withdrawn.Keys], name, words.Large.Ids,
                    [.. words.Touched]).Write(File);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            log.LogWarning(exception, "The catalog could not be kept for the next start, which will read it anew");
        }
        finally
        {
            writing.Release();
        }
    }

    private void DropOthers(string name)
    {
        foreach (var other in new DirectoryInfo(folder.Catalog).EnumerateDirectories(TextSegment.WordsPrefix + "*"))
        {
            if (other.Name != name && time.GetUtcNow() - other.LastWriteTimeUtc > Unfinished)
            {
                TextSegment.Drop(other.FullName);
            }
        }

        foreach (var left in new DirectoryInfo(folder.Catalog).EnumerateFiles(AtomicFile.PartPattern))
        {
            if (time.GetUtcNow() - left.LastWriteTimeUtc > Unfinished)
            {
                left.Delete();
            }
        }
    }

    private static string Hash(string path) =>
        System.IO.File.Exists(path) ? Convert.ToHexStringLower(SHA256.HashData(System.IO.File.ReadAllBytes(path))) : "";

    private async Task<bool> IsOfThisCatalogAsync(SavedColumns saved, CatalogChanges since, CancellationToken cancellation)
    {
        var changed = since.Items.Select(item => item.Product.Id).Concat(since.Removed).ToHashSet(StringComparer.Ordinal);
        var (columns, withdrawn) = (saved.Columns, saved.Withdrawn.ToHashSet(StringComparer.Ordinal));
        var last = await store.LastChangedAsync(saved.Revision, memory.Compared, cancellation);
        var sample = Math.Min(columns.Count, memory.Compared);
        string[] others = [.. Enumerable.Range(0, sample).Select(at => columns.Ids[(int)((long)at * columns.Count / sample)])
            .Where(id => !changed.Contains(id))];
        var found = store.Find(others);
        return found.Count == others.Length && found.All(IsSame) && last.Items.All(IsSame)
            && last.Removed.All(id => columns.Ids.IndexOf(id) < 0)
            && last.Withdrawn.All(item => withdrawn.Contains(item.Product.Id));

        bool IsSame(CatalogItem item) => columns.Ids.IndexOf(item.Product.Id) is >= 0 and var place
            && columns[place] is var kept && ColumnRow.Of(item, columns.Facets) is var now
            && kept.Vector.Quanta.SequenceEqual(now.Vector.Quanta) && kept with { Vector = now.Vector } == now;
    }
}
