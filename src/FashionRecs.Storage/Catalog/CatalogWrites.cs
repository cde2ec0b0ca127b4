using System.Globalization;
using FashionRecs.Application.Notices;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Catalog;

/// <summary>Changes of the catalog: each raises its revision. Safe to share between threads.</summary>
internal sealed class CatalogWrites(ShopDatabase database, INotices notices)
{
    /// <summary>Runs one change in a transaction of its own, with the revision it brings the catalog to.</summary>
    public Task<T> ChangeAsync<T>(Func<FashionRecsContext, long, Task<T>> change, CancellationToken cancellation) =>
        database.RunAsync(async context =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            // Raising the counter first takes the write lock, so that revisions follow the order of commits.
            await context.CatalogRevision.ExecuteUpdateAsync(update => update.SetProperty(row => row.Revision, row => row.Revision + 1),
                cancellation);
            var revision = await context.CatalogRevision.Select(row => row.Revision).SingleAsync(cancellation);
            var result = await change(context, revision);
            await context.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            await notices.TellAsync(NoticeKinds.Catalog, revision.ToString(CultureInfo.InvariantCulture));
            return result;
        }, cancellation);
}
