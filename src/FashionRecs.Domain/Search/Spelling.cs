namespace FashionRecs.Domain.Search;

/// <summary>
/// Which words may be misspellings of others. One slip (a letter too many, too few, another, or two changed places; Damerau, 1964) in words
/// of five to seven letters, two in longer ones. Words of four letters may only lack a letter or have two changed places: "coal" is no
/// misspelled coat. Shorter ones are never corrected, and the first letter holds unless two changed places.
/// </summary>
public static class Spelling
{
    /// <summary>Letters that a word has at least that may be corrected.</summary>
    public const int Shortest = 4;

    private const int Longest = 32;

    /// <summary>The most slips that are forgiven in a word.</summary>
    public static int Allowed(string word) => word.Length switch { < Shortest or > Longest => 0, < 8 => 1, _ => 2 };

    /// <summary>The number of slips between what was written and what may be meant; null where it cannot be meant.</summary>
    public static int? Slips(string written, string meant)
    {
        var most = Allowed(written);
        if (most == 0 || meant.Length < Shortest || Math.Abs(written.Length - meant.Length) > most || written == meant
            || (written[0] != meant[0] && !(written[0] == meant[1] && written[1] == meant[0]))
            || (written.Length == Shortest && written.Length == meant.Length && !written.Order().SequenceEqual(meant.Order()))
            || (written.Length == Shortest && meant.Length < written.Length))
        {
            return null;
        }

        return Distance(written, meant) is var slips && slips <= most ? slips : null;
    }

    /// <summary>Optimal string alignment: insertions, deletions, substitutions and neighbours that changed places.</summary>
    private static int Distance(string left, string right)
    {
        Span<int> before = stackalloc int[right.Length + 1];
        Span<int> last = stackalloc int[right.Length + 1];
        Span<int> now = stackalloc int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            last[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            now[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = left[row - 1] == right[column - 1] ? 0 : 1;
                now[column] = Math.Min(Math.Min(now[column - 1], last[column]) + 1, last[column - 1] + cost);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                {
                    now[column] = Math.Min(now[column], before[column - 2] + 1);
                }
            }

            last.CopyTo(before);
            now.CopyTo(last);
        }

        return last[right.Length];
    }
}
