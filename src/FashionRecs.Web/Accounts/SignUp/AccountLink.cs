using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace FashionRecs.Web.Accounts.SignUp;

/// <summary>What a link in a message proves: that whoever follows it reads the mail of an address.</summary>
/// <param name="Email">The address.</param>
/// <param name="Stamp">State of the account that a new password is for, so that the link works once; null where the account is still to be made.</param>
/// <param name="Until">How long it works.</param>
public sealed record AccountLink(string Email, string? Stamp, DateTimeOffset Until);

/// <summary>Writes such links so that only the shop can make them. Thread-safe.</summary>
public sealed class AccountLinks(IDataProtectionProvider protection, AccountOptions options, TimeProvider time)
{
    private readonly IDataProtector protector = protection.CreateProtector("FashionRecs.AccountLink.v1");

    /// <summary>The part of the link's address that proves it.</summary>
    public string Create(string email, string? stamp) =>
        protector.Protect(JsonSerializer.Serialize(new AccountLink(email, stamp, time.GetUtcNow() + TimeSpan.FromMinutes(options.LinkMinutes))));

    /// <summary>What a link proves; null where it is too old or none of the shop's.</summary>
    public AccountLink? TryRead(string? text)
    {
        try
        {
            return text is not null && JsonSerializer.Deserialize<AccountLink>(protector.Unprotect(text)) is { } link && link.Until > time.GetUtcNow() ? link : null;
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }
}
