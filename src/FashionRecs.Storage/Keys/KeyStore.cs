using FashionRecs.Application.Keys;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.Keys;

/// <inheritdoc/>
internal sealed class KeyStore(ShopDatabase database) : IKeyStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> AllAsync(CancellationToken cancellation = default) => database.RunAsync<IReadOnlyList<string>>(
        async context => await context.Set<KeyRow>().OrderBy(row => row.Name).Select(row => row.Xml).ToListAsync(cancellation),
        cancellation);

    /// <inheritdoc/>
    public Task AddAsync(string name, string xml, CancellationToken cancellation = default) => database.RunAsync(
        context => context.Database.ExecuteSqlAsync(
            $"""INSERT INTO "Keys" ("Name", "Xml") VALUES ({name}, {xml}) ON CONFLICT ("Name") DO NOTHING""", cancellation), cancellation);
}
