using System.Numerics;
using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Search;

/// <summary>
/// Understands searches: takes the words of one apart into what they mean, in whatever order and language, misspelled or not. What means nothing stays a word to look
/// for in texts. Time is bounded: no more than <see cref="QueryTokens.Most"/> words are read. Safe to share between threads.
/// </summary>
public sealed class QueryReader
{
    /// <summary>Words that may stand within a phrase with a gap: "short puff sleeves".</summary>
    private const int LongestGap = 4;

    private readonly SearchLexicon lexicon;
    private readonly PricePhrases prices;
    private readonly string[][] noise;
    private readonly string[][] negations;
    private readonly string[][] joiners;
    private readonly string[][] cheap;
    private readonly HashSet<string> small;

    /// <summary>Reads with the words of a lexicon.</summary>
    public QueryReader(SearchLexicon lexicon)
    {
        this.lexicon = lexicon;
        prices = new PricePhrases(lexicon.Words);
        var languages = lexicon.Words.Languages;
        noise = PricePhrases.Phrases(languages.SelectMany(language => language.Noise));
        negations = PricePhrases.Phrases(languages.SelectMany(language => language.Negations));
        joiners = PricePhrases.Phrases(languages.SelectMany(language => language.Joiners));
        cheap = PricePhrases.Phrases(languages.SelectMany(language => language.Cheap));
        small = languages.SelectMany(language => new[] { language.AtMost, language.AtLeast, language.AtMostAfter, language.AtLeastAfter, language.Between, language.Until, language.About })
            .SelectMany(phrases => PricePhrases.Phrases(phrases)).Concat(noise).Concat(negations).Concat(joiners).Concat(cheap)
            .Concat(PricePhrases.Phrases(lexicon.Words.Currencies)).SelectMany(phrase => phrase).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What a search means, in the order of its words; nothing for one without words.</summary>
    /// <param name="query">The search; any text.</param>
    /// <param name="shop">The words of the shop's texts, which are not taken for misspelled ones.</param>
    public IReadOnlyList<QueryPart> Read(string query, IShopWords shop)
    {
        var tokens = QueryTokens.Of(query).SelectMany(Split).Take(QueryTokens.Most).Select(token => Corrected(token, shop)).ToArray();
        var parts = new List<(ulong Mask, QueryPart Part)>();
        var used = Prices(query, tokens, parts);
        used |= Phrases(query, tokens, parts, used);
        used |= Cheap(query, tokens, parts, used);
        used |= Deny(tokens, parts, used);
        Rest(query, tokens, parts, used);
        return [.. WithHeads([.. parts.OrderBy(part => BitOperations.TrailingZeroCount(part.Mask))], tokens).Select(part => part.Part)];
    }

    private ulong Prices(string query, QueryToken[] tokens, List<(ulong Mask, QueryPart Part)> parts)
    {
        var used = 0ul;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (prices.At(tokens, at) is var (from, to, end))
            {
                var mask = Mask(at, end);
                parts.Add((mask, new QueryPart { Kind = SearchKind.Price, Text = Text(query, tokens, mask), From = from, To = to }));
                used |= mask;
                at = end - 1;
            }
        }

        return used;
    }

    private ulong Phrases(string query, QueryToken[] tokens, List<(ulong Mask, QueryPart Part)> parts, ulong used)
    {
        var all = Candidates(tokens, used);
        var types = Select([.. all.Where(candidate => candidate.Phrase.Garments.Length == 0)]).SelectMany(group => group)
            .Where(candidate => candidate.Phrase.Meaning.Kind == SearchKind.Type);
        var garments = types.Select(candidate => candidate.Phrase.Meaning).Select(meaning => meaning.Concept ?? lexicon.ConceptOf(SearchKind.Type, meaning.Name!))
            .OfType<SearchConcept>().Select(concept => concept.Garment).Where(garment => garment.Length > 0).ToHashSet(StringComparer.Ordinal);
        var taken = 0ul;
        foreach (var group in Select([.. all.Where(candidate => candidate.Phrase.Garments.Length == 0
            || (garments.Count == 0 ? candidate.Phrase.Length > 1 : candidate.Phrase.Garments.Any(garments.Contains)))]))
        {
            parts.AddRange(Parts(query, tokens, group).Select(part => (group[0].Mask, part)));
            taken |= group[0].Mask;
        }

        return taken;
    }

    /// <summary>All phrases that the words may be, wherever they stand.</summary>
    private List<Candidate> Candidates(QueryToken[] tokens, ulong used)
    {
        bool[] isGarment = [.. tokens.Select(token => token.Bases.Any(word => lexicon.Names(word, SearchKind.Type)))];
        var all = new List<Candidate>();
        for (var at = 0; at < tokens.Length; at++)
        {
            if ((used & (1ul << at)) != 0)
            {
                continue;
            }

            foreach (var (phrase, end) in lexicon.At(tokens, at))
            {
                Add(all, phrase, tokens, at, end, used, isGarment);
            }

            // "neckline round": two words in the other order, where nothing else fits them better.
            if (at + 1 < tokens.Length && tokens[at + 1].Before.AsSpan().Trim().Length == 0)
            {
                all.AddRange(lexicon.Ending(tokens[at]).Where(phrase => tokens[at + 1].Bases.Contains(phrase.Words[0]) && (used & Mask(at, at + 2)) == 0)
                    .Select(phrase => new Candidate(Mask(at, at + 2), 1, phrase)));
                var joined = tokens[at].Word + tokens[at + 1].Word;
                if (!tokens[at].IsSign && (tokens[at].Bases.Count == 0 || tokens[at + 1].Bases.Count == 0) && joined.Length >= 6 && (used & Mask(at, at + 2)) == 0 && lexicon.Exact(joined) is { Count: > 0 } bases)
                {
                    all.AddRange(lexicon.At([new QueryToken(joined, 0, 0, "") { Bases = bases }], 0).Where(found => found.Phrase.Length == 1)
                        .Select(found => new Candidate(Mask(at, at + 2), 2, found.Phrase)));
                }
            }
        }

        return all;
    }

    private static void Add(List<Candidate> all, SearchPhrase phrase, QueryToken[] tokens, int at, int end, ulong used, bool[] isGarment)
    {
        var mask = Mask(at, end);
        if (phrase.Rest.Length == 0)
        {
            if ((mask & used) == 0)
            {
                all.Add(new Candidate(mask, 0, phrase));
            }

            return;
        }

        for (var rest = end; rest <= Math.Min(end + LongestGap, tokens.Length - 1); rest++)
        {
            if (SearchLexicon.Fits(phrase.Rest, tokens, rest))
            {
                var both = mask | Mask(rest, rest + phrase.Rest.Length);
                if ((both & used) == 0)
                {
                    all.Add(new Candidate(both, rest - end, phrase));
                }

                return;
            }

            if (isGarment[rest] || (used & (1ul << rest)) != 0)
            {
                return;
            }
        }
    }

    /// <summary>The phrases that explain most words, without overlaps; what the same words can mean stays together.</summary>
    private static List<List<Candidate>> Select(List<Candidate> candidates)
    {
        var groups = new List<List<Candidate>>();
        var taken = 0ul;
        foreach (var group in candidates.GroupBy(candidate => (candidate.Mask, candidate.Oddity))
            .OrderByDescending(group => BitOperations.PopCount(group.Key.Mask)).ThenBy(group => group.Key.Oddity).ThenBy(group => BitOperations.TrailingZeroCount(group.Key.Mask)))
        {
            if ((taken & group.Key.Mask) == 0)
            {
                taken |= group.Key.Mask;
                groups.Add([.. group]);
            }
        }

        return groups;
    }

    /// <summary>What words mean that can mean several things: a type and values at once ("miniskirt"), else a colour before a pattern before a word.</summary>
    private IEnumerable<QueryPart> Parts(string query, QueryToken[] tokens, List<Candidate> group)
    {
        var mask = group[0].Mask;
        var text = Text(query, tokens, mask);
        var corrected = Covered(tokens, mask).Any(token => token.Corrected is not null)
            ? string.Join(' ', Covered(tokens, mask).Select(token => token.Corrected ?? token.Word)) : null;
        var values = group.Where(candidate => candidate.Phrase.Meaning.Kind == SearchKind.Value).GroupBy(candidate => candidate.Phrase.Meaning.Attribute!)
            .OrderBy(same => same.All(candidate => candidate.Phrase.Garments.Length == 0) ? 1 : 0).ThenBy(same => same.Key.Position).FirstOrDefault();
        var meanings = group.Select(candidate => candidate.Phrase.Meaning).ToList();
        if (values is not null)
        {
            var bits = values.Aggregate(0ul, (all, candidate) => all | candidate.Phrase.Meaning.Values);
            yield return new QueryPart
            {
                Kind = SearchKind.Value, Text = text, Corrected = corrected, Values = [.. values.Key.Values.Where(value => (bits & (1ul << value.Position)) != 0)],
            };
            if (meanings.All(meaning => meaning.Kind != SearchKind.Type))
            {
                meanings.AddRange(TypeWithin(tokens, mask));
            }

            meanings.RemoveAll(meaning => meaning.Kind != SearchKind.Type);
        }

        foreach (var kind in new[] { SearchKind.Type, SearchKind.Colour, SearchKind.Pattern, SearchKind.Word })
        {
            var own = meanings.Where(meaning => meaning.Kind == kind).ToArray();
            if (own.Length > 0)
            {
                yield return new QueryPart
                {
                    Kind = kind, Text = text, Corrected = corrected, Concepts = [.. own.Select(meaning => meaning.Concept).OfType<SearchConcept>().Distinct()],
                    Names = [.. own.Select(meaning => meaning.Name).OfType<string>().Distinct(StringComparer.Ordinal)],
                };
                yield break;
            }
        }
    }

    /// <summary>The type that the end of a value's name is: "midi skirt", "长大衣".</summary>
    private IEnumerable<SearchMeaning> TypeWithin(QueryToken[] tokens, ulong mask)
    {
        QueryToken[] covered = [.. Covered(tokens, mask)];
        if (covered is [{ IsSign: false } only])
        {
            // "minirock": the type is the end of the word itself.
            covered = [.. Enumerable.Range(3, Math.Max(0, only.Word.Length - 6)).Select(start => only.Word[start..]).Where(head => lexicon.Names(head, SearchKind.Type)).Take(1)
                .Select(head => only with { Word = head, Bases = lexicon.Exact(head) })];
        }

        for (var start = 0; start < covered.Length; start++)
        {
            var found = lexicon.At(covered, start).Where(phrase => phrase.End == covered.Length && phrase.Phrase.Meaning.Kind == SearchKind.Type)
                .Select(phrase => phrase.Phrase.Meaning).ToArray();
            if (found.Length > 0)
            {
                return found;
            }
        }

        return [];
    }

    private ulong Cheap(string query, QueryToken[] tokens, List<(ulong Mask, QueryPart Part)> parts, ulong used)
    {
        var taken = 0ul;
        foreach (var (mask, _) in Standing(cheap, tokens, used))
        {
            parts.Add((mask, new QueryPart { Kind = SearchKind.Cheapest, Text = Text(query, tokens, mask) }));
            taken |= mask;
        }

        return taken;
    }

    /// <summary>Marks what is denied: what follows a denial, and what follows that after "or".</summary>
    private ulong Deny(QueryToken[] tokens, List<(ulong Mask, QueryPart Part)> parts, ulong used)
    {
        var taken = 0ul;
        // A word with a sign before it, as in other searches: "dress -black".
        var signed = Enumerable.Range(1, Math.Max(0, tokens.Length - 1)).Where(at => tokens[at].Before.EndsWith(" -", StringComparison.Ordinal)).Select(at => (0ul, at));
        foreach (var (mask, end) in Standing(negations, tokens, used).Concat(signed))
        {
            taken |= mask;
            var at = end;
            while (Next(at) is { } part)
            {
                for (var index = 0; index < parts.Count; index++)
                {
                    if (parts[index].Mask == part)
                    {
                        parts[index] = (part, parts[index].Part with { IsDenied = parts[index].Part.Kind is not (SearchKind.Price or SearchKind.Cheapest) });
                    }
                }

                at = BitOperations.Log2(part) + 1;
                if (joiners.FirstOrDefault(joiner => PricePhrases.Stands(joiner, tokens, at)) is not { } joiner)
                {
                    break;
                }

                at += joiner.Length;
            }
        }

        return taken;

        ulong? Next(int at)
        {
            while (at < tokens.Length)
            {
                foreach (var (mask, _) in parts)
                {
                    if (BitOperations.TrailingZeroCount(mask) == at)
                    {
                        return mask;
                    }
                }

                if (noise.FirstOrDefault(phrase => PricePhrases.Stands(phrase, tokens, at)) is not { } small)
                {
                    return null;
                }

                at += small.Length;
            }

            return null;
        }
    }

    /// <summary>What is left are words to look for; signs of Chinese that stand together are one.</summary>
    private void Rest(string query, QueryToken[] tokens, List<(ulong Mask, QueryPart Part)> parts, ulong used)
    {
        foreach (var (mask, _) in Standing(noise, tokens, used).Concat(Standing(joiners, tokens, used)).ToArray())
        {
            used |= mask;
        }

        for (var at = 0; at < tokens.Length; at++)
        {
            if ((used & (1ul << at)) != 0)
            {
                continue;
            }

            var end = at + 1;
            while (tokens[at].IsSign && end < tokens.Length && tokens[end].IsSign && (used & (1ul << end)) == 0 && tokens[end].Before.Length == 0)
            {
                end++;
            }

            var start = at;
            var denied = at > 0 && parts.All(part => (part.Mask & (1ul << (start - 1))) == 0)
                && negations.Any(phrase => phrase.Length <= start && PricePhrases.Stands(phrase, tokens, start - phrase.Length));
            var mask = Mask(at, end);
            parts.Add((mask, new QueryPart { Kind = SearchKind.Word, Text = Text(query, tokens, mask), Corrected = tokens[at].Corrected, IsDenied = denied }));
            at = end - 1;
        }
    }

    /// <summary>Of two types side by side the last is asked for and the first tells what kind: a "shirt dress", a "jeans jacket".</summary>
    private IEnumerable<(ulong Mask, QueryPart Part)> WithHeads(IReadOnlyList<(ulong Mask, QueryPart Part)> parts, QueryToken[] tokens)
    {
        for (var at = 0; at < parts.Count; at++)
        {
            var (mask, part) = parts[at];
            var end = BitOperations.Log2(mask) + 1;
            if (part is { Kind: SearchKind.Type, IsDenied: false } && end < tokens.Length && !tokens[end].IsSign
                && tokens[end].Before.AsSpan().Trim(" -").Length == 0
                && parts.FirstOrDefault(next => next.Part is { Kind: SearchKind.Type, IsDenied: false } && next.Mask != mask && BitOperations.TrailingZeroCount(next.Mask) == end) is { Part: { } head })
            {
                if (head.Concepts.SequenceEqual(part.Concepts))
                {
                    continue;
                }

                var words = Covered(tokens, mask).Select(token => token.Word).ToArray();
                var modified = lexicon.Words.Words.Where(concept => concept.Modifiers.Values.Any(list => list.Any(word => words is [var only] && only == word))).ToArray();
                yield return (mask, part with { Kind = SearchKind.Word, Concepts = modified, Names = [] });
            }
            else
            {
                yield return (mask, part);
            }
        }
    }

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
        if (bases.Count > 0 || token.Number is not null || token.IsSign || token.IsBeginning || Spelling.Allowed(token.Word) == 0 || small.Contains(token.Word)
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

    private static IEnumerable<(ulong Mask, int End)> Standing(string[][] phrases, QueryToken[] tokens, ulong used)
    {
        for (var at = 0; at < tokens.Length; at++)
        {
            if (phrases.FirstOrDefault(phrase => PricePhrases.Stands(phrase, tokens, at) && (Mask(at, at + phrase.Length) & used) == 0) is { } phrase)
            {
                yield return (Mask(at, at + phrase.Length), at + phrase.Length);
                at += phrase.Length - 1;
            }
        }
    }

    private static ulong Mask(int start, int end) => ((1ul << (end - start)) - 1) << start;

    private static IEnumerable<QueryToken> Covered(QueryToken[] tokens, ulong mask) => tokens.Where((_, index) => (mask & (1ul << index)) != 0);

    /// <summary>The words as they were written; words that stand together in the search do so here.</summary>
    private static string Text(string query, QueryToken[] tokens, ulong mask)
    {
        var text = "";
        var last = -1;
        foreach (var token in Covered(tokens, mask))
        {
            text += last < 0 ? query[token.Start..token.End]
                : last == token.Start || query[last..token.Start].Length == 1 ? query[last..token.End] : " " + query[token.Start..token.End];
            last = token.End;
        }

        return text;
    }

    /// <param name="Mask">The words, one bit each.</param>
    /// <param name="Oddity">How unusual the phrase is written: 0 for word after word.</param>
    /// <param name="Phrase">The phrase.</param>
    private sealed record Candidate(ulong Mask, int Oddity, SearchPhrase Phrase);
}
