using System.Collections.Concurrent;
using System.Security.Claims;
using System.Text.Encodings.Web;
using FashionRecs.Application.ApiKeys;
using FashionRecs.Web.Api.Protocol;
using FashionRecs.Web.Limits;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace FashionRecs.Web.Api.Keys;

/// <summary>
/// Knows callers of the API by <c>Authorization: Bearer frk_…</c>. The key is looked up by the name in it and its hash is compared in
/// constant time.
/// </summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, IApiKeyStore keys,
    ApiKeyMaking making, LastUses uses, SecurityLog log, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public new const string Scheme = "ApiKey";

    /// <summary>Header with the signed number of the shopper.</summary>
    public const string ShopperHeader = "X-Shopper";

    private const string Bearer = "Bearer ";

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var secret = header[Bearer.Length..].Trim();
        var key = ApiKeySecrets.IdOf(secret) is { } id && id.All(char.IsAsciiHexDigitLower)
            ? await keys.TryFindAsync(id, Context.RequestAborted) : null;
        if (key is null || !ApiKeySecrets.IsThis(key, secret))
        {
            return AuthenticateResult.Fail("unknown");
        }

        var now = time.GetUtcNow();
        if (!key.IsValid(now))
        {
            log.KeyRefused(key.Id, key.Revoked is null ? "expired" : "revoked", ClientAddress.Of(Context));
            return AuthenticateResult.Fail(key.Revoked is null ? "expired" : "revoked");
        }

        await uses.NoteAsync(key, now);
        var signed = key.Kind == ApiKeyKind.Publishable && Request.Headers[ShopperHeader].ToString() is { Length: > 0 } said
            ? await making.TryReadSignedAsync(key, said) : null;
        Context.Features.Set(new ApiCaller(key, signed, Request.Headers.ContainsKey(ShopperHeader)));
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim("fashionrecs:api-key", key.Id)], Scheme));
        return AuthenticateResult.Success(new AuthenticationTicket(user, Scheme));
    }

    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var why = (await HandleAuthenticateOnceSafeAsync()).Failure?.Message;
        Response.Headers.WWWAuthenticate = "Bearer";
        await ApiProblems.WriteAsync(Context, StatusCodes.Status401Unauthorized, why switch
        {
            "revoked" => "This key was revoked.",
            "expired" => "This key has expired.",
            "unknown" => "The shop knows no such key.",
            _ => "The API needs a key: Authorization: Bearer frk_…",
        });
    }
}

/// <summary>Notes when keys were used, at most once a minute each. Thread-safe.</summary>
internal sealed class LastUses(IApiKeyStore keys)
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> noted = new();

    /// <summary>Notes a use.</summary>
    public async Task NoteAsync(ApiKey key, DateTimeOffset now)
    {
        var before = noted.GetValueOrDefault(key.Id, DateTimeOffset.MinValue);
        if (now - before < Between
            || !(before == DateTimeOffset.MinValue ? noted.TryAdd(key.Id, now) : noted.TryUpdate(key.Id, now, before)))
        {
            return;
        }

        try
        {
            await keys.UsedAsync(key.Id, now);
        }
        catch (IOException)
        {
            // A database that only reads for now answers all the same.
        }
    }
}
