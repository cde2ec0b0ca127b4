using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FashionRecs.Application.Settings;
using FashionRecs.Web.Limits;
using Microsoft.AspNetCore.DataProtection;

namespace FashionRecs.Web.Shop.Shoppers;

/// <summary>
/// Marks where a shopper came from first, so that many from one address can be counted as one. Nothing else can be told from a mark: its
/// key is a new one each week, and with the old key all marks of that week lose their meaning. Thread-safe.
/// </summary>
public sealed class ShopperOrigins(ISettingStore settings, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>Name of the setting that holds this week's key, encrypted.</summary>
    public const string Setting = "crowd.origin-key";

    private const int Length = 16;

    private readonly IDataProtector protector = protection.CreateProtector("FashionRecs.Origin.v1");
    private (string Week, byte[] Key)? current;

    /// <summary>The mark of whoever makes a request.</summary>
    public async Task<string> OfAsync(HttpContext context)
    {
        var mark = HMACSHA256.HashData(await KeyAsync(), Encoding.UTF8.GetBytes(ClientAddress.Of(context)));
        return Convert.ToHexString(mark.AsSpan(0, Length / 2));
    }

    private async Task<byte[]> KeyAsync()
    {
        var now = time.GetUtcNow().UtcDateTime;
        var week = string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(now)}-{ISOWeek.GetWeekOfYear(now)}");
        if (current is { } known && known.Week == week)
        {
            return known.Key;
        }

        var key = Read(await settings.TryGetAsync(Setting), week);
        if (key is null)
        {
            key = RandomNumberGenerator.GetBytes(32);
            await settings.SetAsync(Setting, protector.Protect($"{week} {Convert.ToBase64String(key)}"));
        }

        current = (week, key);
        return key;
    }

    private byte[]? Read(string? kept, string week)
    {
        try
        {
            return kept is not null && protector.Unprotect(kept).Split(' ') is [var of, var key] && of == week
                ? Convert.FromBase64String(key) : null;
        }
        catch (CryptographicException)
        {
            return null; // The keys of cookies were lost; a new one does as well.
        }
    }
}
