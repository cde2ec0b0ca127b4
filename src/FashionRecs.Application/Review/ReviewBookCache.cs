using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Opinions;
using FashionRecs.Storage.Catalog;
using FashionRecs.Storage.Database;
using FashionRecs.Storage.Review;
using FashionRecs.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Application.Review;

/// <summary>Keeps people's opinions in memory and brings them up to date when any process changed them.</summary>
public sealed class ReviewBookCache(ShopDatabase database, CatalogStore catalog, AttributeVocabulary vocabulary) : IDisposable
{
    private readonly SemaphoreSlim refreshing = new(1);
    private ReviewBook current = new(-1, new Dictionary<string, IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Opinion>>>());

    /// <summary>The opinions as they are now.</summary>
    public async Task<ReviewBook> GetAsync(CancellationToken cancellation = default)
    {
        if (await catalog.RevisionAsync(cancellation) == Volatile.Read(ref current).Revision)
        {
            return Volatile.Read(ref current);
        }

        await refreshing.WaitAsync(cancellation);
        try
        {
            var book = await LoadAsync(Volatile.Read(ref current), cancellation);
            Volatile.Write(ref current, book);
            return book;
        }
        finally
        {
            refreshing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => refreshing.Dispose();

    private Task<ReviewBook> LoadAsync(ReviewBook before, CancellationToken cancellation) => database.RunAsync(async context =>
    {
        await using var snapshot = await context.ReadAsync(cancellation);
        var revision = await context.CatalogRevision.Select(row => row.Revision).SingleAsync(cancellation);
        var changed = context.Products.Where(row => row.Revision > before.Revision).Select(row => row.Id);
        var rows = await FinalTagWriter.Standing(context).Where(tag => changed.Contains(tag.ProductId)).OrderBy(tag => tag.Sequence).ToListAsync(cancellation);
        var book = before.All.ToDictionary(StringComparer.Ordinal);
        foreach (var product in await changed.ToListAsync(cancellation))
        {
            book.Remove(product);
        }

        foreach (var product in rows.GroupBy(row => row.ProductId))
        {
            book[product.Key] = product
                .Select(row => (Attribute: vocabulary.TryFind(row.Attribute), Opinion: ReviewedTagText.TryRead(vocabulary, row)))
                .Where(pair => pair.Attribute is not null && pair.Opinion is not null)
                .GroupBy(pair => pair.Attribute!)
                .ToDictionary(group => group.Key, IReadOnlyList<Opinion> (group) => [.. group.Select(pair => pair.Opinion!)]);
        }

        return new ReviewBook(revision, book);
    }, cancellation);
}
