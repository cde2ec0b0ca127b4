using FashionRecs.Application.CatalogImport;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.CatalogImport;

/// <summary>Tells one state of the finished imports from another.</summary>
internal static class ArrivalStamp
{
    /// <summary>Imports whose products are in the shop.</summary>
    public static IQueryable<CatalogImportRow> Done(FashionRecsContext context) =>
        context.Set<CatalogImportRow>().AsNoTracking().Where(row => row.State == nameof(CatalogImportState.Done));

    /// <summary>How many there are, and when the last one ended, in milliseconds.</summary>
    public static async Task<(int Count, long Last)> OfAsync(FashionRecsContext context, CancellationToken cancellation)
    {
        var ends = await Done(context).Select(row => row.EndedMilliseconds).ToListAsync(cancellation);
        return (ends.Count, ends.Max() ?? 0);
    }
}
