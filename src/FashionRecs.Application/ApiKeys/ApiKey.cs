namespace FashionRecs.Application.ApiKeys;

/// <summary>A key to the shop's API. Its secret is kept by whoever it was made for; the shop keeps a hash. Immutable.</summary>
/// <param name="Id">Names the key; stands in the key itself, before the secret.</param>
/// <param name="Name">What people call it, 1 to 60 characters.</param>
/// <param name="Kind">Who holds it.</param>
/// <param name="Scopes">What it may do (<see cref="ApiScopes"/>).</param>
/// <param name="Hash">SHA-256 of the whole key, 32 bytes; the secret in it is random, so that no slow hash is needed.</param>
/// <param name="Created">When it was made.</param>
/// <param name="Expires">From when on it is refused; null for never.</param>
public sealed record ApiKey(
    string Id, string Name, ApiKeyKind Kind, IReadOnlyList<string> Scopes, byte[] Hash, DateTimeOffset Created, DateTimeOffset? Expires)
{
    /// <summary>When it was revoked; null while it was not.</summary>
    public DateTimeOffset? Revoked { get; init; }

    /// <summary>When it was last used, to the minute; null for never.</summary>
    public DateTimeOffset? LastUse { get; init; }

    /// <summary>Of a server key: what signs shoppers' numbers, encrypted.</summary>
    public string? SigningSecret { get; init; }

    /// <summary>Of a publishable key: the server key whose signatures it takes.</summary>
    public string? ServerKey { get; init; }

    /// <summary>Whether it opens anything at a moment.</summary>
    public bool IsValid(DateTimeOffset now) => Revoked is null && !(Expires <= now);
}
