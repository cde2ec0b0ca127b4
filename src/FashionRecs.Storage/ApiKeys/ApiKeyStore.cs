using FashionRecs.Application.ApiKeys;
using FashionRecs.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace FashionRecs.Storage.ApiKeys;

/// <inheritdoc/>
internal sealed class ApiKeyStore(ShopDatabase database) : IApiKeyStore
{
    private const string Server = "server";
    private const string Publishable = "publishable";

    /// <inheritdoc/>
    public Task<ApiKey?> TryFindAsync(string id, CancellationToken cancellation = default) => database.RunAsync(
        async context => await context.Set<ApiKeyRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } row
            ? Read(row) : null, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellation = default) => database.RunAsync(
        async Task<IReadOnlyList<ApiKey>> (context) =>
        [
            .. (await context.Set<ApiKeyRow>().AsNoTracking().OrderByDescending(row => row.CreatedMilliseconds).ThenBy(row => row.Id)
                .ToListAsync(cancellation)).Select(Read),
        ], cancellation);

    /// <inheritdoc/>
    public Task AddAsync(ApiKey key, CancellationToken cancellation = default) => database.RunAsync(
        context =>
        {
            context.Add(new ApiKeyRow
            {
                Id = key.Id, Name = key.Name, Kind = key.Kind == ApiKeyKind.Server ? Server : Publishable,
                Scopes = string.Join(' ', key.Scopes), Hash = key.Hash,
                CreatedMilliseconds = key.Created.ToUnixTimeMilliseconds(), ExpiresMilliseconds = key.Expires?.ToUnixTimeMilliseconds(),
                SigningSecret = key.SigningSecret, ServerKey = key.ServerKey,
            });
            return context.SaveChangesAsync(cancellation);
        }, cancellation);

    /// <inheritdoc/>
    public async Task<bool> RevokeAsync(string id, DateTimeOffset at, CancellationToken cancellation = default)
    {
        var milliseconds = at.ToUnixTimeMilliseconds();
        return await database.RunAsync(
            context => context.Set<ApiKeyRow>().Where(row => row.Id == id && row.RevokedMilliseconds == null)
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.RevokedMilliseconds, milliseconds), cancellation),
                cancellation) > 0;
    }

    /// <inheritdoc/>
    public Task UsedAsync(string id, DateTimeOffset at, CancellationToken cancellation = default)
    {
        var milliseconds = at.ToUnixTimeMilliseconds();
        return database.RunAsync(
            context => context.Set<ApiKeyRow>().Where(row => row.Id == id)
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.LastUseMilliseconds, milliseconds), cancellation),
            cancellation);
    }

    private static ApiKey Read(ApiKeyRow row) => new(
        row.Id, row.Name, row.Kind == Server ? ApiKeyKind.Server : ApiKeyKind.Publishable,
        row.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries), row.Hash,
        DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedMilliseconds), Time(row.ExpiresMilliseconds))
    {
        Revoked = Time(row.RevokedMilliseconds), LastUse = Time(row.LastUseMilliseconds), SigningSecret = row.SigningSecret,
        ServerKey = row.ServerKey,
    };

    private static DateTimeOffset? Time(long? milliseconds) =>
        milliseconds is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known) : null;
}
