namespace FashionRecs.Domain.Texts;

/// <summary>Where a text names garments.</summary>
internal sealed class TextGarments
{
    private readonly int[] lengths;
    private readonly int[] kinds;

    /// <summary>Finds the names of garments in a text.</summary>
    public TextGarments(ReadOnlySpan<TextToken> tokens, PhraseIndex<int> names)
    {
        lengths = new int[tokens.Length];
        kinds = new int[tokens.Length];
        for (var at = 0; at < tokens.Length; at++)
        {
            lengths[at] = names.LongestAt(tokens, at, out kinds[at]);
        }
    }

    /// <summary>Whether a garment's name begins at a word.</summary>
    public bool IsGarment(int at) => lengths[at] > 0;

    /// <summary>Whether a garment's name begins at a word, and of which kind.</summary>
    public int? KindAt(int at) => lengths[at] > 0 ? kinds[at] : null;

    /// <summary>The kind that several names in a row mean, which is that of the last: a "shirt dress" is a dress.</summary>
    public int HeadFrom(ReadOnlySpan<TextToken> tokens, int at, out int end)
    {
        var kind = kinds[at];
        end = at + lengths[at];
        while (end < tokens.Length && lengths[end] > 0 && tokens[end].Gap == TextGap.None)
        {
            kind = kinds[end];
            end += lengths[end];
        }

        return kind;
    }
}
