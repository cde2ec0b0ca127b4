using FashionRecs.Application.Catalog;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Annotations;

namespace FashionRecs.Application.Review;

/// <summary>Keeps people's annotations in memory and brings them up to date when any process changed them.</summary>
public sealed class ReviewBookCache(ICatalogStore catalog, IAnnotationStore annotations) : IDisposable
{
    private readonly SemaphoreSlim refreshing = new(1);
    private ReviewBook current = new(-1, new Dictionary<string, IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Annotation>>>());

    /// <summary>The annotations as they are now.</summary>
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

    private async Task<ReviewBook> LoadAsync(ReviewBook before, CancellationToken cancellation)
    {
        var changes = await annotations.ChangesSinceAsync(before.Revision, cancellation);
        var book = before.All.ToDictionary(StringComparer.Ordinal);
        foreach (var product in changes.Changed)
        {
            book.Remove(product);
        }

        foreach (var (product, said) in changes.Annotations)
        {
            book[product] = said;
        }

        return new ReviewBook(changes.Revision, book);
    }
}
