using FashionRecs.Application.Settings;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Settings;

/// <inheritdoc/>
internal sealed class SettingStore(ShopDatabase database) : ISettingStore
{
    /// <inheritdoc/>
    public Task<string?> TryGetAsync(string name, CancellationToken cancellation = default) => database.RunAsync(
        context => context.Set<SettingRow>().Where(row => row.Name == name).Select(row => row.Value)
            .SingleOrDefaultAsync(cancellation), cancellation);

    /// <inheritdoc/>
    public Task SetAsync(string name, string value, CancellationToken cancellation = default) => database.RunAsync(
        context => context.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO "Settings" ("Name", "Value") VALUES ({name}, {value})
             ON CONFLICT ("Name") DO UPDATE SET "Value" = excluded."Value"
             """, cancellation), cancellation);
}
