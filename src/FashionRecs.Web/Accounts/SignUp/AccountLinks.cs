using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace FashionRecs.Web.Accounts.SignUp;

/// <summary>Writes links in messages so that only the shop can make them. Thread-safe.</summary>
public sealed class AccountLinks(IDataProtectionProvider protection, AccountOptions options, TimeProvider time)
{
    private readonly IDataProtector protector = protection.CreateProtector("FashionRecs.AccountLink.v1");

    /// <summary>The part of the link's address that proves it.</summary>
    public string Create(string email, string? stamp) =>
        protector.Protect(
            JsonSerializer.Serialize(new AccountLink(email, stamp, time.GetUtcNow() + TimeSpan.FromMinutes(options.LinkMinutes))));

    /// <summary>What a link proves; null where it is too old or none of the shop's.</summary>
    public AccountLink? TryRead(string? text)
    {
        try
        {
            return text is not null && JsonSerializer.Deserialize<AccountLink>(protector.Unprotect(text)) is { } link
                && link.Until > time.GetUtcNow() ? link : null;
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }
}
