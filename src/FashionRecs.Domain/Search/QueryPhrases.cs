using System.Numerics;

namespace FashionRecs.Domain.Search;

/// <summary>Chooses which phrases of the lexicon the words of a search are: those that explain most words, without overlaps.</summary>
internal sealed class QueryPhrases(SearchLexicon lexicon)
{
    /// <summary>Words that may stand within a phrase with a gap: "short puff sleeves".</summary>
    private const int LongestGap = 4;

    /// <summary>Adds what the phrases among the words mean; returns the words that they took.</summary>
    public ulong Read(QueryLine line, List<(ulong Mask, QueryPart Part)> parts, ulong used)
    {
        var all = Candidates(line.Tokens, used);
        var types = Select([.. all.Where(candidate => candidate.Phrase.Garments.Length == 0)]).SelectMany(group => group)
            .Where(candidate => candidate.Phrase.Meaning.Kind == SearchKind.Type);
        var garments = types.Select(candidate => candidate.Phrase.Meaning)
            .Select(meaning => meaning.Concept ?? lexicon.ConceptOf(SearchKind.Type, meaning.Name!))
            .OfType<SearchConcept>().Select(concept => concept.Garment).Where(garment => garment.Length > 0)
            .ToHashSet(StringComparer.Ordinal);
        var taken = 0ul;
        foreach (var group in Select([.. all.Where(candidate => candidate.Phrase.Garments.Length == 0
            || (garments.Count == 0 ? candidate.Phrase.Length > 1 : candidate.Phrase.Garments.Any(garments.Contains)))]))
        {
            parts.AddRange(Parts(line, group).Select(part => (group[0].Mask, part)));
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
            if (QueryLine.Has(used, at))
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
                all.AddRange(lexicon.Ending(tokens[at])
                    .Where(phrase => tokens[at + 1].Bases.Contains(phrase.Words[0]) && (used & QueryLine.Mask(at, at + 2)) == 0)
                    .Select(phrase => new Candidate(QueryLine.Mask(at, at + 2), 1, phrase)));
                var joined = tokens[at].Word + tokens[at + 1].Word;
                if (!tokens[at].IsSign && (tokens[at].Bases.Count == 0 || tokens[at + 1].Bases.Count == 0) && joined.Length >= 6
                    && (used & QueryLine.Mask(at, at + 2)) == 0 && lexicon.Exact(joined) is { Count: > 0 } bases)
                {
                    all.AddRange(lexicon.At([new QueryToken(joined, 0, 0, "") { Bases = bases }], 0)
                        .Where(found => found.Phrase.Length == 1)
                        .Select(found => new Candidate(QueryLine.Mask(at, at + 2), 2, found.Phrase)));
                }
            }
        }

        return all;
    }

    private static void Add(List<Candidate> all, SearchPhrase phrase, QueryToken[] tokens, int at, int end, ulong used, bool[] isGarment)
    {
        var mask = QueryLine.Mask(at, end);
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
                var both = mask | QueryLine.Mask(rest, rest + phrase.Rest.Length);
                if ((both & used) == 0)
                {
                    all.Add(new Candidate(both, rest - end, phrase));
                }

                return;
            }

            if (isGarment[rest] || QueryLine.Has(used, rest))
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
            .OrderByDescending(group => BitOperations.PopCount(group.Key.Mask)).ThenBy(group => group.Key.Oddity)
            .ThenBy(group => BitOperations.TrailingZeroCount(group.Key.Mask)))
        {
            if ((taken & group.Key.Mask) == 0)
            {
                taken |= group.Key.Mask;
                groups.Add([.. group]);
            }
        }

        return groups;
    }

    /// <summary>
    /// What words mean that can mean several things: a type and values at once ("miniskirt"), else a colour before a pattern before a word.
    /// </summary>
    private IEnumerable<QueryPart> Parts(QueryLine line, List<Candidate> group)
    {
        var mask = group[0].Mask;
        var text = line.Text(mask);
        var corrected = line.Covered(mask).Any(token => token.Corrected is not null)
            ? string.Join(' ', line.Covered(mask).Select(token => token.Corrected ?? token.Word)) : null;
        var values = group.Where(candidate => candidate.Phrase.Meaning.Kind == SearchKind.Value)
            .GroupBy(candidate => candidate.Phrase.Meaning.Attribute!)
            .OrderBy(same => same.All(candidate => candidate.Phrase.Garments.Length == 0) ? 1 : 0).ThenBy(same => same.Key.Position)
            .FirstOrDefault();
        var meanings = group.Select(candidate => candidate.Phrase.Meaning).ToList();
        if (values is not null)
        {
            var bits = values.Aggregate(0ul, (all, candidate) => all | candidate.Phrase.Meaning.Values);
            yield return new QueryPart
            {
                Kind = SearchKind.Value, Text = text, Corrected = corrected,
                Values = [.. values.Key.Values.Where(value => (bits & (1ul << value.Position)) != 0)],
            };
            if (meanings.All(meaning => meaning.Kind != SearchKind.Type))
            {
                meanings.AddRange(TypeWithin(line, mask));
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
                    Kind = kind, Text = text, Corrected = corrected,
                    Concepts = [.. own.Select(meaning => meaning.Concept).OfType<SearchConcept>().Distinct()],
                    Names = [.. own.Select(meaning => meaning.Name).OfType<string>().Distinct(StringComparer.Ordinal)],
                };
                yield break;
            }
        }
    }

    /// <summary>The type that the end of a value's name is: "midi skirt", "长大衣".</summary>
    private IEnumerable<SearchMeaning> TypeWithin(QueryLine line, ulong mask)
    {
        QueryToken[] covered = [.. line.Covered(mask)];
        if (covered is [{ IsSign: false } only])
        {
            // "minirock": the type is the end of the word itself.
            covered = [.. Enumerable.Range(3, Math.Max(0, only.Word.Length - 6)).Select(start => only.Word[start..])
                .Where(head => lexicon.Names(head, SearchKind.Type)).Take(1)
                .Select(head => only with { Word = head, Bases = lexicon.Exact(head) })];
        }

        for (var start = 0; start < covered.Length; start++)
        {
            var found = lexicon.At(covered, start)
                .Where(phrase => phrase.End == covered.Length && phrase.Phrase.Meaning.Kind == SearchKind.Type)
                .Select(phrase => phrase.Phrase.Meaning).ToArray();
            if (found.Length > 0)
            {
                return found;
            }
        }

        return [];
    }

    /// <param name="Mask">The words, one bit each.</param>
    /// <param name="Oddity">How unusual the phrase is written: 0 for word after word.</param>
    /// <param name="Phrase">The phrase.</param>
    private sealed record Candidate(ulong Mask, int Oddity, SearchPhrase Phrase);
}
