using System.Numerics;

namespace FashionRecs.Domain.Search;

/// <summary>A search and its words; places among them are masks, one bit a word.</summary>
internal sealed record QueryLine(string Query, QueryToken[] Tokens)
{
    /// <summary>The mask of the words from a place up to another.</summary>
    public static ulong Mask(int start, int end) => ((1ul << (end - start)) - 1) << start;

    /// <summary>Whether a place is in a mask.</summary>
    public static bool Has(ulong mask, int at) => (mask & (1ul << at)) != 0;

    /// <summary>One past the last word of a mask.</summary>
    public static int End(ulong mask) => BitOperations.Log2(mask) + 1;

    /// <summary>The words of a mask.</summary>
    public IEnumerable<QueryToken> Covered(ulong mask) => Tokens.Where((_, index) => Has(mask, index));

    /// <summary>The words as they were written; words that stand together in the search do so here.</summary>
    public string Text(ulong mask)
    {
        var text = "";
        var last = -1;
        foreach (var token in Covered(mask))
        {
            text += last < 0 ? Query[token.Start..token.End]
                : last == token.Start || Query[last..token.Start].Length == 1 ? Query[last..token.End]
                : " " + Query[token.Start..token.End];
            last = token.End;
        }

        return text;
    }

    /// <summary>Where one of some phrases stands among the words that are not used yet, with one past its last word.</summary>
    public IEnumerable<(ulong Mask, int End)> Standing(string[][] phrases, ulong used)
    {
        for (var at = 0; at < Tokens.Length; at++)
        {
            if (phrases.FirstOrDefault(phrase =>
                    PricePhrases.Stands(phrase, Tokens, at) && (Mask(at, at + phrase.Length) & used) == 0) is { } phrase)
            {
                yield return (Mask(at, at + phrase.Length), at + phrase.Length);
                at += phrase.Length - 1;
            }
        }
    }
}
