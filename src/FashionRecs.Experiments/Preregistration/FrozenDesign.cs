using System.Security.Cryptography;
using System.Text;

namespace FashionRecs.Experiments.Preregistration;

/// <summary>A design as it was when it was handed to review, with a hash by which anybody can tell that it was not changed since.</summary>
/// <param name="At">When it was frozen.</param>
/// <param name="Document">The preregistration as JSON.</param>
/// <param name="Sha256">SHA-256 (FIPS 180-4) of the document in UTF-8, 64 hexadecimal digits.</param>
public sealed record FrozenDesign(DateTimeOffset At, string Document, string Sha256)
{
    /// <summary>Freezes a document.</summary>
    public static FrozenDesign Of(string document, DateTimeOffset at) => new(at, document, HashOf(document));

    /// <summary>Whether the document is the one that the hash was made of.</summary>
    public bool IsUnchanged() => HashOf(Document) == Sha256;

    private static string HashOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));
}
