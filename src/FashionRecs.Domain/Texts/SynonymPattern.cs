namespace FashionRecs.Domain.Texts;

/// <summary>
/// A synonym of the vocabulary's data, taken apart. Its words stand in the text one after the other; case, hyphens and plurals do not
/// matter. <c>*</c> between words spans up to <see cref="LongestGap"/> words of the same sentence, none of them a garment or a stop word
/// ("short * sleeve" finds "short puff sleeves"); <c>{dress,skirt}</c> stands for any name of such a garment ("short * {skirt}" finds
/// "short, pleated skirt", and not "short sleeves and a pleated skirt"); <c>[coat]</c> in front asks that the product is such a garment; a
/// word may end or begin with <c>*</c> for any ending or beginning ("langarm*").
/// </summary>
internal sealed class SynonymPattern
{
    /// <summary>The most words that <c>*</c> spans.</summary>
    public const int LongestGap = 7;

    private readonly Element[] elements;

    private SynonymPattern(int attribute, ulong values, uint products, Element[] elements)
    {
        (Attribute, Values, Products, this.elements) = (attribute, values, products, elements);
        IsLiteral = elements.All(element => element is { AfterGap: false, Garments: 0 });
    }

    /// <summary>Position of the attribute in the vocabulary.</summary>
    public int Attribute { get; }

    /// <summary>The values it means, one bit for each position.</summary>
    public ulong Values { get; }

    /// <summary>The kinds of garment that the product has to be, one bit each; 0 for any.</summary>
    public uint Products { get; }

    /// <summary>Whether it is nothing but words, one after the other.</summary>
    public bool IsLiteral { get; }

    /// <summary>The words it can begin with.</summary>
    public IReadOnlyList<int> FirstWords => elements[0].Words;

    /// <summary>Takes a synonym apart.</summary>
    /// <exception cref="InvalidDataException">It names an unknown kind of garment, or begins with no word.</exception>
    public static SynonymPattern Parse(
        string synonym, int attribute, ulong values, IReadOnlyList<string> kinds, Func<string, bool, int[][]> words)
    {
        var elements = new List<Element>();
        var products = 0u;
        var gap = false;
        string[] pieces = synonym.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var index = 0; index < pieces.Length; index++)
        {
            var piece = pieces[index];
            if (piece == "*")
            {
                gap = true;
            }
            else if (piece[0] is '[' or '{')
            {
                var mask = Kinds(piece, synonym, kinds);
                if (piece[0] == '[')
                {
                    products = mask;
                    continue;
                }

                elements.Add(new Element([], mask, gap));
                gap = false;
            }
            else
            {
                foreach (var word in words(piece, index == pieces.Length - 1))
                {
                    elements.Add(new Element(word, 0, gap));
                    gap = false;
                }
            }
        }

        return elements.Count > 0 && elements[0].Words.Length > 0 && !gap
            ? new SynonymPattern(attribute, values, products, [.. elements])
            : throw new InvalidDataException($"The synonym '{synonym}' must begin with a word and end with a word or a garment.");
    }

    /// <summary>The word after the last that matches from a start, or -1.</summary>
    public int EndFrom(ReadOnlySpan<TextToken> tokens, int start, TextGarments garments, ReadOnlySpan<bool> stops)
    {
        var at = start + 1;
        foreach (var element in elements.AsSpan(1))
        {
            at = element.AfterGap ? Find(element, tokens, at, garments, stops) : End(element, tokens, at, garments, TextGap.None);
            if (at < 0)
            {
                return -1;
            }
        }

        return at;
    }

    private static int Find(Element element, ReadOnlySpan<TextToken> tokens, int at, TextGarments garments, ReadOnlySpan<bool> stops)
    {
        for (var last = Math.Min(tokens.Length - 1, at + LongestGap); at <= last && tokens[at].Gap < TextGap.Sentence; at++)
        {
            if (End(element, tokens, at, garments, TextGap.Comma) is > 0 and var end)
            {
                return end;
            }

            if (stops[at] || garments.IsGarment(at))
            {
                return -1;
            }
        }

        return -1;
    }

    private static int End(Element element, ReadOnlySpan<TextToken> tokens, int at, TextGarments garments, TextGap widest)
    {
        if (at >= tokens.Length || tokens[at].Gap > widest)
        {
            return -1;
        }

        if (element.Garments == 0)
        {
            return Array.IndexOf(element.Words, tokens[at].Word) >= 0 ? at + 1 : -1;
        }

        return garments.IsGarment(at) && (element.Garments & (1u << garments.HeadFrom(tokens, at, out var end))) != 0 ? end : -1;
    }

    private static uint Kinds(string piece, string synonym, IReadOnlyList<string> kinds)
    {
        var mask = 0u;
        foreach (var name in piece.Trim('[', ']', '{', '}').Split(','))
        {
            var kind = kinds.TakeWhile(known => known != name).Count();
            mask |= kind < kinds.Count ? 1u << kind
                : throw new InvalidDataException($"The synonym '{synonym}' names '{name}', which is no kind of garment.");
        }

        return mask;
    }

    private readonly record struct Element(int[] Words, uint Garments, bool AfterGap);
}
