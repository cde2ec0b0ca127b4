using FashionRecs.Application.ApiKeys;
using Microsoft.AspNetCore.DataProtection;

namespace FashionRecs.Web.Api.Keys;

/// <summary>Makes and revokes keys, and reads what signs. Thread-safe.</summary>
public sealed class ApiKeyMaking(IApiKeyStore store, IDataProtectionProvider protection, SecurityLog log, TimeProvider time)
{
    /// <summary>Longest name.</summary>
    public const int LongestName = 60;

    private readonly IDataProtector protector = protection.CreateProtector("FashionRecs.ApiSigning.v1");

    /// <summary>Makes a key.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="kind">Who will hold it.</param>
    /// <param name="scopes">What it may do.</param>
    /// <param name="expires">From when on it is refused; null for never.</param>
    /// <param name="serverKey">For a publishable key the server key that signs its shoppers' numbers.</param>
    /// <param name="by">The administrator; null for the command line.</param>
    /// <returns>The key, which is shown once, and for a server key what signs shoppers' numbers.</returns>
    /// <exception cref="InvalidDataException">The key would make no sense; the message says why.</exception>
    public async Task<MadeApiKey> MakeAsync(
        string name, ApiKeyKind kind, IReadOnlyList<string> scopes, DateTimeOffset? expires = null, string? serverKey = null,
        Guid? by = null)
    {
        var now = time.GetUtcNow();
        if (await WrongAsync(name, kind, scopes, expires, serverKey, now) is { } wrong)
        {
            throw new InvalidDataException(wrong);
        }

        var (id, secret) = ApiKeySecrets.Create();
        var signing = kind == ApiKeyKind.Server ? ApiKeySecrets.CreateSigning() : null;
        await store.AddAsync(new ApiKey(id, name.Trim(), kind, [.. scopes.Distinct()], ApiKeySecrets.Hash(secret), now, expires)
        {
            SigningSecret = signing is null ? null : protector.Protect(signing), ServerKey = serverKey,
        });
        log.KeyMade(id, kind == ApiKeyKind.Server ? "server" : "publishable", by);
        return new MadeApiKey(id, secret, signing);
    }

    /// <summary>Revokes a key; it opens nothing from then on, and of a server key neither do numbers that it signed.</summary>
    public async Task<bool> RevokeAsync(string id, Guid? by = null)
    {
        var revoked = await store.RevokeAsync(id, time.GetUtcNow());
        if (revoked)
        {
            log.KeyRevoked(id, by);
        }

        return revoked;
    }

    /// <summary>The shopper whom a signed number names, as a publishable key may trust it; null where it may not.</summary>
    public async Task<string?> TryReadSignedAsync(ApiKey publishable, string signed)
    {
        var now = time.GetUtcNow();
        if (publishable.ServerKey is not { } id || await store.TryFindAsync(id) is not { SigningSecret: { } kept } server
            || !server.IsValid(now))
        {
            return null;
        }

        try
        {
            return ApiKeySecrets.TryRead(protector.Unprotect(kept), signed, now);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null; // Its encryption key is gone: nothing is believed.
        }
    }

    private async Task<string?> WrongAsync(string name, ApiKeyKind kind, IReadOnlyList<string> scopes, DateTimeOffset? expires,
        string? serverKey, DateTimeOffset now) =>
        name.Trim().Length is 0 or > LongestName || name.Any(char.IsControl) ? $"Give the key a name of at most {LongestName} characters."
        : scopes.Count == 0 ? "Choose at least one thing that the key may do."
        : scopes.Any(scope => ApiScopes.All.All(known => known.Scope != scope)) ? "There is no such scope."
        : expires <= now ? "The key would have expired already."
        : kind == ApiKeyKind.Server ? null
        : scopes.Except(ApiScopes.OfShoppers).Any() ? "A publishable key may do only what a shopper may."
        : serverKey is null || await store.TryFindAsync(serverKey) is not { Kind: ApiKeyKind.Server } server || !server.IsValid(now)
            ? "Choose the server key that signs shoppers' numbers for it."
        : null;
}
