using System.Globalization;

namespace FashionRecs.Domain.Texts;

/// <summary>
/// Cuts a text into words, folded: lower case, half-width, without apostrophes and without invisible format characters; hyphens separate;
/// Chinese characters and Japanese kana are words of their own. Any text will do, ill-formed ones too; time is linear in its length.
/// </summary>
internal ref struct WordScanner(ReadOnlySpan<char> text, Span<char> buffer)
{
    /// <summary>The longest word that can be known; longer ones are cut, which makes them unknown.</summary>
    public const int LongestWord = 64;

    private readonly ReadOnlySpan<char> text = text;
    private readonly Span<char> buffer = buffer;
    private int next;

    /// <summary>The word, folded.</summary>
    public ReadOnlySpan<char> Word { get; private set; }

    /// <summary>Its first character in the text.</summary>
    public int Start { get; private set; }

    /// <summary>One past its last character in the text.</summary>
    public int End { get; private set; }

    /// <summary>What separates it from the word before.</summary>
    public TextGap Gap { get; private set; }

    /// <summary>Moves to the next word; false at the end.</summary>
    public bool MoveNext()
    {
        Gap = next == 0 ? TextGap.Sentence : TextGap.None;
        var length = 0;
        for (; next < text.Length; next++)
        {
            var character = Fold(text[next]);
            var alone = IsAlone(character);
            if (alone && length > 0)
            {
                break;
            }

            if (alone || char.IsLetterOrDigit(character))
            {
                Append(character, ref length, next);
                if (alone)
                {
                    next++;
                    break;
                }
            }
            else if (length > 0 && character == '\u0308' && Umlaut(buffer[length - 1]) is { } umlaut)
            {
                buffer[length - 1] = umlaut;
                End = next + 1;
            }
            else if (!IsIgnored(character))
            {
                if (length > 0)
                {
                    break;
                }

                Gap = (TextGap)Math.Max((int)Gap, (int)GapOf(character));
            }
        }

        Word = buffer[..length];
        return length > 0;
    }

    private void Append(char character, ref int length, int place)
    {
        Start = length == 0 ? place : Start;
        End = place + 1;
        if (length < buffer.Length)
        {
            buffer[length++] = char.ToLowerInvariant(character);
        }
    }

    private readonly TextGap GapOf(char character) => character switch
    {
        '.' => Between(char.IsAsciiDigit) ? TextGap.None : TextGap.Sentence,
        '!' or '?' or ';' or ':' or '|' or '\n' or '\r' => TextGap.Sentence,
        '\u3002' or '\u2028' or '\u2029' or '\u061B' or '\u061F' or '\u2022' or '\u00B7' => TextGap.Sentence,
        ',' or '(' or ')' or '[' or ']' or '\u3001' or '\u2013' or '\u2014' or '\u060C' => TextGap.Comma,
        _ => TextGap.None,
    };

    private readonly bool Between(Func<char, bool> are) => next > 0 && next + 1 < text.Length && are(text[next - 1]) && are(text[next + 1]);

    private static char Fold(char character) => character is >= '\uFF01' and <= '\uFF5E' ? (char)(character - 0xFEE0) : character;

    /// <summary>Kana, Chinese characters and the one sign for three quarters.</summary>
    private static bool IsAlone(char character) =>
        character is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or '\u00BE';

    private static bool IsIgnored(char character) => character is '\'' or '\u2018' or '\u2019' or '\u02BC'
        || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark;

    private static char? Umlaut(char letter) => letter switch { 'a' => 'ä', 'o' => 'ö', 'u' => 'ü', _ => null };
}
