using FashionRecs.Application.Caching;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Application.Review;
using FashionRecs.Application.Shop;

namespace FashionRecs.Web.Merchandising.Queue;

/// <summary>Keeps what filters can choose from, and works it out anew once the catalog or its imports changed.</summary>
public sealed class FilterChoicesCache : IDisposable
{
    private readonly CatalogCache catalog;
    private readonly ReviewBookCache book;
    private readonly ArrivalsCache arrivals;
    private readonly RevisionCache<(long, (int, long)), FilterChoices> cache;

    public FilterChoicesCache(CatalogCache catalog, ReviewBookCache book, ArrivalsCache arrivals)
    {
        (this.catalog, this.book, this.arrivals) = (catalog, book, arrivals);
        cache = new(new FilterChoices((-1, (-1, -1)), [], [], [], [], []), choices => choices.Stamp, NowAsync, RefreshAsync);
    }

    /// <summary>The choices as they are now.</summary>
    public Task<FilterChoices> GetAsync(CancellationToken cancellation = default) => cache.GetAsync(cancellation);

    /// <inheritdoc/>
    public void Dispose() => cache.Dispose();

    private async Task<(long, (int, long))> NowAsync(CancellationToken cancellation) =>
        ((await catalog.GetAsync(cancellation)).Revision, (await arrivals.GetAsync(cancellation)).Stamp);

    private async Task<FilterChoices> RefreshAsync(FilterChoices before, CancellationToken cancellation)
    {
        var (snapshot, came) = (await catalog.GetAsync(cancellation), await arrivals.GetAsync(cancellation));
        static IReadOnlyList<string> Names(IEnumerable<string> texts) =>
            [.. texts.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
        return new FilterChoices(
            (snapshot.Revision, came.Stamp), (await book.GetAsync(cancellation)).Reviewers, Names(snapshot.Types()),
            Names(snapshot.Colours()), Names(snapshot.Sections()), came.Imports);
    }
}
