using System.Numerics;
using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Search;

/// <summary>
/// Understands searches: takes the words of one apart into what they mean, in whatever order and language, misspelled or not. What means
/// nothing stays a word to look for in texts. Time is bounded: no more than <see cref="QueryTokens.Most"/> words are read. Safe to share
/// between threads.
/// </summary>
public sealed class QueryReader
{
    private readonly SearchLexicon lexicon;
    private readonly PricePhrases prices;
    private readonly string[][] noise;
    private readonly QueryWords words;
    private readonly QueryPhrases phrases;
    private readonly QueryDenials denials;
    private readonly string[][] joiners;
    private readonly string[][] cheap;

    /// <summary>Reads with the words of a lexicon.</summary>
    public QueryReader(SearchLexicon lexicon)
    {
        this.lexicon = lexicon;
        prices = new PricePhrases(lexicon.Words);
        var languages = lexicon.Words.Languages;
        noise = PricePhrases.Phrases(languages.SelectMany(language => language.Noise));
        var negations = PricePhrases.Phrases(languages.SelectMany(language => language.Negations));
        joiners = PricePhrases.Phrases(languages.SelectMany(language => language.Joiners));
        cheap = PricePhrases.Phrases(languages.SelectMany(language => language.Cheap));
        var small = languages
            .SelectMany(language => new[]
            {
                language.AtMost, language.AtLeast, language.AtMostAfter, language.AtLeastAfter, language.Between, language.Until,
                language.About,
            })
            .SelectMany(PricePhrases.Phrases).Concat(noise).Concat(negations).Concat(joiners).Concat(cheap)
            .Concat(PricePhrases.Phrases(lexicon.Words.Currencies)).SelectMany(phrase => phrase).ToHashSet(StringComparer.Ordinal);
        words = new QueryWords(lexicon, small);
        phrases = new QueryPhrases(lexicon);
        denials = new QueryDenials(negations, joiners, noise);
    }

    /// <summary>What a search means, in the order of its words; nothing for one without words.</summary>
    /// <param name="query">The search; any text.</param>
    /// <param name="shop">The words of the shop's texts, which are not taken for misspelled ones.</param>
    public IReadOnlyList<QueryPart> Read(string query, IShopWords shop)
    {
        var line = words.Of(query, shop);
        var parts = new List<(ulong Mask, QueryPart Part)>();
        var used = Prices(line, parts);
        used |= phrases.Read(line, parts, used);
        used |= Cheap(line, parts, used);
        used |= denials.Mark(line, parts, used);
        Rest(line, parts, used);
        return [.. WithHeads([.. parts.OrderBy(part => BitOperations.TrailingZeroCount(part.Mask))], line).Select(part => part.Part)];
    }

    private ulong Prices(QueryLine line, List<(ulong Mask, QueryPart Part)> parts)
    {
        var tokens = line.Tokens;
        var used = 0ul;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (prices.At(tokens, at) is var (from, to, end))
            {
                var mask = QueryLine.Mask(at, end);
                parts.Add((mask, new QueryPart { Kind = SearchKind.Price, Text = line.Text(mask), From = from, To = to }));
                used |= mask;
                at = end - 1;
            }
        }

        return used;
    }

    private ulong Cheap(QueryLine line, List<(ulong Mask, QueryPart Part)> parts, ulong used)
    {
        var taken = 0ul;
        foreach (var (mask, _) in line.Standing(cheap, used))
        {
            parts.Add((mask, new QueryPart { Kind = SearchKind.Cheapest, Text = line.Text(mask) }));
            taken |= mask;
        }

        return taken;
    }

    /// <summary>What is left are words to look for; signs of Chinese that stand together are one.</summary>
    private void Rest(QueryLine line, List<(ulong Mask, QueryPart Part)> parts, ulong used)
    {
        var tokens = line.Tokens;
        foreach (var (mask, _) in line.Standing(noise, used).Concat(line.Standing(joiners, used)).ToArray())
        {
            used |= mask;
        }

        for (var at = 0; at < tokens.Length; at++)
        {
            if (QueryLine.Has(used, at))
            {
                continue;
            }

            var end = at + 1;
            while (tokens[at].IsSign && end < tokens.Length && tokens[end].IsSign && (used & (1ul << end)) == 0
                && tokens[end].Before.Length == 0)
            {
                end++;
            }

            var start = at;
            var denied = at > 0 && parts.All(part => !QueryLine.Has(part.Mask, start - 1)) && denials.StandsBefore(line, start);
            var mask = QueryLine.Mask(at, end);
            parts.Add((mask, new QueryPart { Kind = SearchKind.Word, Text = line.Text(mask), Corrected = tokens[at].Corrected,
                IsDenied = denied }));
            at = end - 1;
        }
    }

    /// <summary>Of two types side by side the last is asked for and the first tells what kind: a "shirt dress", a "jeans jacket".</summary>
    private IEnumerable<(ulong Mask, QueryPart Part)> WithHeads(IReadOnlyList<(ulong Mask, QueryPart Part)> parts, QueryLine line)
    {
        var tokens = line.Tokens;
        for (var at = 0; at < parts.Count; at++)
        {
            var (mask, part) = parts[at];
            var end = QueryLine.End(mask);
            if (part is { Kind: SearchKind.Type, IsDenied: false } && end < tokens.Length && !tokens[end].IsSign
                && tokens[end].Before.AsSpan().Trim(" -").Length == 0
                && parts.FirstOrDefault(next => next.Part is { Kind: SearchKind.Type,
                IsDenied: false } && next.Mask != mask && BitOperations.TrailingZeroCount(next.Mask) == end) is { Part: { } head })
            {
                if (head.Concepts.SequenceEqual(part.Concepts))
                {
                    continue;
                }

                var words = line.Covered(mask).Select(token => token.Word).ToArray();
                var modified = lexicon.Words.Words.Where(concept =>
                    concept.Modifiers.Values.Any(list => list.Any(word => words is [var only] && only == word))).ToArray();
                yield return (mask, part with { Kind = SearchKind.Word, Concepts = modified, Names = [] });
            }
            else
            {
                yield return (mask, part);
            }
        }
    }
}
