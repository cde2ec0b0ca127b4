using System.Security.Cryptography;
using System.Text;
using FashionRecs.Application.Settings;

namespace FashionRecs.Web.Research.Export;

/// <summary>
/// Gives shoppers another name in each experiment's files: whoever has the files cannot find an account by them, nor the same person in another experiment, and downloading
/// again gives the same names. Thread-safe.
/// </summary>
public sealed class UnitNames(ISettingStore settings)
{
    /// <summary>Name of the setting that holds the key.</summary>
    public const string Setting = "research.unit-key";

    private const int Length = 12;

    /// <summary>Gives the name of a shopper in an experiment's files.</summary>
    public async Task<Func<string, string>> OfAsync(string experiment)
    {
        var key = await KeyAsync();
        return unit => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{experiment}\n{unit}")).AsSpan(0, Length));
    }

    private async Task<byte[]> KeyAsync()
    {
        if (await settings.TryGetAsync(Setting) is { } known)
        {
            return Convert.FromBase64String(known);
        }

        var made = RandomNumberGenerator.GetBytes(32);
        await settings.SetAsync(Setting, Convert.ToBase64String(made));
        return made;
    }
}
