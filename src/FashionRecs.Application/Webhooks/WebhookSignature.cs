using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FashionRecs.Application.Webhooks;

/// <summary>
/// Signs messages as the specification Standard Webhooks has it: HMAC-SHA256 over <c>id.seconds.body</c>. Pure but for chance.
/// </summary>
public static class WebhookSignature
{
    /// <summary>What every secret begins with.</summary>
    public const string Prefix = "whsec_";

    /// <summary>A new secret: 256 random bits.</summary>
    public static string CreateSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>The signature with the name of its version.</summary>
    /// <param name="secret">The secret, with what it begins with.</param>
    /// <param name="id">The message's id.</param>
    /// <param name="at">When it is sent.</param>
    /// <param name="body">Its bytes.</param>
    public static string Of(string secret, string id, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        var before = string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}.");
        byte[] signed = [.. Encoding.UTF8.GetBytes(before), .. body];
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[Prefix.Length..]), signed))}";
    }
}
