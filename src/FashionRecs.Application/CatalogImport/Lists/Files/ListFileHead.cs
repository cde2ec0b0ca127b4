using System.Text;

namespace FashionRecs.Application.CatalogImport.Lists.Files;

/// <summary>How a file begins and what it is called: all that tells its kind.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its first bytes.</param>
public sealed record ListFileHead(string Name, ReadOnlyMemory<byte> Bytes)
{
    private const int Length = 1 << 14;

    /// <summary>Its ending in small letters, with the dot.</summary>
    public string Ending => Path.GetExtension(Name).ToLowerInvariant();

    /// <summary>Whether it is a ZIP archive by its bytes, as workbooks are.</summary>
    public bool IsZip => Bytes.Span.StartsWith("PK\u0003\u0004"u8);

    /// <summary>Whether it is what Office wrote before its archives, and still writes where a workbook has a password.</summary>
    public bool IsOldOffice => Bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <summary>Whether it begins as XML does.</summary>
    public bool IsXml => Text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t').StartsWith('<');

    /// <summary>Whether it is text, and no bytes.</summary>
    public bool IsText => !Text.Contains('\0', StringComparison.Ordinal);

    /// <summary>The first bytes as text, in whatever encoding they seem to be.</summary>
    public string Text => field ??= TextEncodings.Detect(Bytes.Span).GetString(Bytes.Span);

    /// <summary>Reads how a file begins.</summary>
    public static ListFileHead Read(string path, string name)
    {
        using var stream = File.OpenRead(path);
        var bytes = new byte[Length];
        return new ListFileHead(name, bytes.AsMemory(0, stream.ReadAtLeast(bytes, Length, throwOnEndOfStream: false)));
    }
}
