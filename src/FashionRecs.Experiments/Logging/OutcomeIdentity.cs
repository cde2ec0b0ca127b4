using System.Security.Cryptography;
using System.Text;

namespace FashionRecs.Experiments.Logging;

/// <summary>
/// Makes the number of an outcome from what it is about, so that the same thing logged again has the same number. A name-based
/// identifier (RFC 9562, version 8: the first 128 bits of a SHA-256).
/// </summary>
public static class OutcomeIdentity
{
    /// <summary>The number of an outcome of an exposure; <paramref name="about"/> tells it from the exposure's other outcomes.</summary>
    public static Guid Of(string exposureId, OutcomeKind kind, string about)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{exposureId}\n{kind.Word()}\n{about}"))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
