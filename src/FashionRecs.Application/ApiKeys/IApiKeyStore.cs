namespace FashionRecs.Application.ApiKeys;

/// <summary>Keeps the keys to the API. Safe to share between threads and processes.</summary>
public interface IApiKeyStore
{
    /// <summary>A key, revoked or not, or null where there never was one.</summary>
    Task<ApiKey?> TryFindAsync(string id, CancellationToken cancellation = default);

    /// <summary>All keys, newest first.</summary>
    Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellation = default);

    /// <summary>Keeps a new key.</summary>
    Task AddAsync(ApiKey key, CancellationToken cancellation = default);

    /// <summary>Revokes a key for good.</summary>
    /// <returns>Whether it was there and not revoked yet.</returns>
    Task<bool> RevokeAsync(string id, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>Notes when a key was used last.</summary>
    Task UsedAsync(string id, DateTimeOffset at, CancellationToken cancellation = default);
}
