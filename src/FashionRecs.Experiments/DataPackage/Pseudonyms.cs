using System.Security.Cryptography;
using System.Text;

namespace FashionRecs.Experiments.DataPackage;

/// <summary>
/// Names units so that nobody without the key can tell whose account they are: the first 96 bits of HMAC-SHA256 (RFC 2104). One key per
/// experiment, so that the same shopper has another name in each. Thread-safe.
/// </summary>
/// <param name="key">Secret of the experiment, 32 bytes; it never leaves the shop.</param>
public sealed class Pseudonyms(byte[] key)
{
    /// <summary>The pseudonym of a unit, 24 hexadecimal digits.</summary>
    public string Of(string unit) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(unit)).AsSpan(0, 12));
}
