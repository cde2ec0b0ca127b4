namespace FashionRecs.Domain.Search;

/// <summary>
/// Prepares the words of a search: compound words are taken apart, misspelled ones corrected, and each gets the words of the lexicon that
/// it is a form of.
/// </summary>
/// <param name="lexicon">The words that mean something.</param>
/// <param name="small">Small words that are never taken apart or corrected.</param>
internal sealed class QueryWords(SearchLexicon lexicon, IReadOnlySet<string> small)
{
    /// <summary>The first words of a search, no more than <see cref="QueryTokens.Most"/>.</summary>
    public QueryLine Of(string query, IShopWords shop) =>
        new(query, [.. QueryTokens.Of(query).SelectMany(Split).Take(QueryTokens.Most).Select(token => Corrected(token, shop))]);

    /// <summary>Takes a compound word apart whose end names a type or a colour: "Sommerkleid", "Kurzarmbluse", "hellgrau".</summary>
    private IEnumerable<QueryToken> Split(QueryToken token)
    {
        if (token.Word.Length >= 7 && char.IsLetter(token.Word[0]) && !small.Contains(token.Word) && lexicon.Exact(token.Word).Count == 0)
        {
            for (var start = 3; start <= token.Word.Length - 4; start++)
            {
                var (beginning, head) = (token.Word[..start], token.Word[start..]);
                if (lexicon.Names(head, SearchKind.Type, SearchKind.Colour))
                {
                    var known = new[] { beginning, beginning.TrimEnd('s'), beginning.TrimEnd('n'), beginning.TrimEnd('e') }
                        .FirstOrDefault(part => lexicon.Bases(part).Count > 0) ?? beginning;
                    var middle = Math.Min(token.End, token.Start + start);
                    return lexicon.Names(head, SearchKind.Colour) && lexicon.Bases(known).Count == 0
                        ? [token with { Word = head }]
                        : [token with { Word = known, End = middle, IsBeginning = true }, new QueryToken(head, middle, token.End, "")];
                }
            }
        }

        return [token];
    }

    private QueryToken Corrected(QueryToken token, IShopWords shop)
    {
        var bases = lexicon.Bases(token.Word);
        if (bases.Count > 0 || token.Number is not null || token.IsSign || token.IsBeginning || Spelling.Allowed(token.Word) == 0
            || small.Contains(token.Word)
            || !token.Word.All(char.IsLetter) || shop.Has(token.Word))
        {
            return token with { Bases = bases };
        }

        if (lexicon.Nearest(token.Word) is { } meant)
        {
            return token with { Bases = lexicon.Bases(meant), Corrected = meant };
        }

        return token with { Corrected = shop.HasBeginning(token.Word) ? null : shop.Nearest(token.Word) };
    }
}
