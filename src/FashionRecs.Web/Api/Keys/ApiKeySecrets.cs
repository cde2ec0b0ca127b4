using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FashionRecs.Application.ApiKeys;

namespace FashionRecs.Web.Api.Keys;

/// <summary>Makes keys and signatures, and compares them in the same time whatever they are. Pure but for chance.</summary>
public static class ApiKeySecrets
{
    /// <summary>What every key begins with, so that a key that was published by mistake can be searched for.</summary>
    public const string Prefix = "frk_";

    /// <summary>What every secret that signs begins with.</summary>
    public const string SigningPrefix = "frs_";

    private const int IdLength = 12;

    /// <summary>A new name and a new key that holds it: 12 characters that name it, and 256 random bits.</summary>
    public static (string Id, string Secret) Create()
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdLength / 2));
        return (id, $"{Prefix}{id}_{Random()}");
    }

    /// <summary>A new secret that signs.</summary>
    public static string CreateSigning() => SigningPrefix + Random();

    /// <summary>What is kept of a key.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>The name in a key; null where it is none.</summary>
    public static string? IdOf(string secret) =>
        secret.Length is > 16 and < 128 && secret.StartsWith(Prefix, StringComparison.Ordinal) && secret[Prefix.Length + IdLength] == '_'
            ? secret.Substring(Prefix.Length, IdLength) : null;

    /// <summary>Whether a key is the one that is kept.</summary>
    public static bool IsThis(ApiKey key, string secret) => CryptographicOperations.FixedTimeEquals(key.Hash, Hash(secret));

    /// <summary>
    /// A shopper's number signed: <c>number.seconds.signature</c>, where seconds since 1970 say until when it holds and the signature is
    /// HMAC-SHA256 over what stands before.
    /// </summary>
    public static string Sign(string signing, string shopper, DateTimeOffset until)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{shopper}.{until.ToUnixTimeSeconds()}");
        return $"{said}.{Signature(signing, said)}";
    }

    /// <summary>The shopper whom a signed number names; null where the signature is wrong or too old.</summary>
    public static string? TryRead(string signing, string signed, DateTimeOffset now)
    {
        var end = signed.LastIndexOf('.');
        if (end < 0 || signed.Length > 300)
        {
            return null;
        }

        var said = signed[..end];
        var dot = said.LastIndexOf('.');
        return dot > 0 && long.TryParse(said[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Signature(signing, said)),
            Encoding.UTF8.GetBytes(signed[(end + 1)..]))
            && seconds > now.ToUnixTimeSeconds() ? said[..dot] : null;
    }

    private static string Signature(string signing, string said) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(signing), Encoding.UTF8.GetBytes(said)));

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
