using FashionRecs.Application.Caching;
using FashionRecs.Application.Catalog;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Reviews.Annotations;

namespace FashionRecs.Application.Review;

/// <summary>Keeps people's annotations in memory and brings them up to date when any process changed them.</summary>
public sealed class ReviewBookCache(ICatalogStore catalog, IAnnotationStore annotations) : IDisposable
{
    private readonly RevisionCache<long, ReviewBook> cache = new(
        new ReviewBook(-1, new Dictionary<string, IReadOnlyDictionary<GarmentAttribute, IReadOnlyList<Annotation>>>()),
        book => book.Revision, catalog.RevisionAsync, async (before, cancellation) =>
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
        });

    /// <summary>The annotations as they are now.</summary>
    public Task<ReviewBook> GetAsync(CancellationToken cancellation = default) => cache.GetAsync(cancellation);

    /// <inheritdoc/>
    public void Dispose() => cache.Dispose();
}
