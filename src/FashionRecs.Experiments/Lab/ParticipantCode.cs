using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FashionRecs.Experiments.Lab;

/// <summary>
/// Codes of participants' links: the number and 80 bits of HMAC-SHA256 (RFC 2104) of it, so that nobody can make up a link and none has to
/// be stored. Thread-safe.
/// </summary>
/// <param name="key">Secret of the experiment, 32 bytes; it never leaves the shop.</param>
public sealed class ParticipantCode(byte[] key)
{
    private const int Length = 10;

    /// <summary>The code of a number, such as "12-9f3a…".</summary>
    public string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}-{Convert.ToHexStringLower(Seal(number))}");

    /// <summary>The number of a code; null where this experiment has no such code.</summary>
    public int? TryRead(string? code) =>
        code?.Split('-') is [var number, _] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(read)), Encoding.UTF8.GetBytes(code)) ? read : null;

    private byte[] Seal(int number) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"participant {number}")))[..Length];
}
