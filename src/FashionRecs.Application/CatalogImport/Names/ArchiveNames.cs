using System.Text;
using System.Text.Unicode;

namespace FashionRecs.Application.CatalogImport.Names;

/// <summary>
/// Names in archives that do not say how they are written: UTF-8 where they can be, else what was usual where the archive was made, as
/// "größe.jpg" packed by Windows is.
/// </summary>
internal sealed class ArchiveNames : Encoding
{
    /// <summary>It keeps nothing.</summary>
    public static ArchiveNames Instance { get; } = new();

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(850)!;
    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    /// <inheritdoc/>
    public override int GetCharCount(byte[] bytes, int index, int count) =>
        Of(bytes.AsSpan(index, count)).GetCharCount(bytes, index, count);

    /// <inheritdoc/>
    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        Of(bytes.AsSpan(byteIndex, byteCount)).GetChars(bytes, byteIndex, byteCount, chars, charIndex);

    /// <inheritdoc/>
    public override int GetByteCount(char[] chars, int index, int count) => UTF8.GetByteCount(chars, index, count);

    /// <inheritdoc/>
    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        UTF8.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    /// <inheritdoc/>
    public override int GetMaxByteCount(int charCount) => UTF8.GetMaxByteCount(charCount);

    /// <inheritdoc/>
    public override int GetMaxCharCount(int byteCount) => UTF8.GetMaxCharCount(byteCount);

    private static Encoding Of(ReadOnlySpan<byte> name) => Utf8.IsValid(name) ? UTF8 : IsChinese(name) ? Chinese : Western;

    /// <summary>All that is not ASCII stands in pairs of the commonest letters; Western names have single ones.</summary>
    private static bool IsChinese(ReadOnlySpan<byte> name)
    {
        var pairs = 0;
        for (var at = 0; at < name.Length; at++)
        {
            if (name[at] >= 0x80)
            {
                if (name[at] is < 0xB0 or > 0xF7 || at + 1 == name.Length || name[++at] < 0xA1)
                {
                    return false;
                }

                pairs++;
            }
        }

        return pairs > 0;
    }
}
