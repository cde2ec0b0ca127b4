using System.Text;

namespace FashionRecs.Application.CatalogImport;

/// <summary>Finds out before a list is read whether it is UTF-8, so that no product gets a garbled name.</summary>
public static class TextEncodingCheck
{
    /// <summary>Says what is wrong with a file's encoding, or null where it is UTF-8 (with or without a byte order mark).</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What people call it.</param>
    public static string? Trouble(string path, string name)
    {
        using var stream = File.OpenRead(path);
        var (block, line) = (new byte[1 << 16], 1);
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var letters = new char[(1 << 16) + 1];
        var first = true;
        for (int read; (read = stream.Read(block)) > 0; first = false)
        {
            if (first && read >= 2 && (block[0], block[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
            {
                return $"{name} is UTF-16; save it as UTF-8.";
            }

            if (block.AsSpan(0, read).Contains((byte)0))
            {
                return $"{name} is not a text file.";
            }

            try
            {
                decoder.GetChars(block.AsSpan(0, read), letters, flush: false);
            }
            catch (DecoderFallbackException exception)
            {
                line += block.AsSpan(0, Math.Clamp(exception.Index, 0, read)).Count((byte)'\n');
                return $"{name}, line {line}: the text is not UTF-8; save the list as UTF-8.";
            }

            line += block.AsSpan(0, read).Count((byte)'\n');
        }

        return null;
    }
}
