using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Texts;

namespace FashionRecs.Domain.Search;

/// <summary>
/// All phrases that shoppers may use, compiled: those of the search words, those of the vocabulary, and a shop's own names of types, colours and patterns.
/// Immutable once built, safe to share between threads.
/// </summary>
public sealed class SearchLexicon
{
    private readonly SearchLexicon? shared;
    private readonly Dictionary<string, HashSet<string>> forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SearchPhrase>> byFirst = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SearchPhrase>> bySecond = new(StringComparer.Ordinal);
    private readonly List<(string Beginning, string Word)> wildcards = [];
    private readonly Dictionary<(SearchKind, string), SearchConcept> concepts = [];
    private string[] spellable = [];

    /// <summary>Compiles the words of a vocabulary and those of searches.</summary>
    public SearchLexicon(AttributeVocabulary vocabulary, SearchWords words)
    {
        Words = words;
        foreach (var (kind, concept) in words.Concepts)
        {
            concepts[(kind, concept.Code)] = concept;
            foreach (var (language, phrases) in concept.Words)
            {
                for (var rank = 0; rank < phrases.Count; rank++)
                {
                    Add(phrases[rank], language, new SearchMeaning(kind, concept), rank);
                }
            }
        }

        foreach (var attribute in vocabulary.Attributes)
        {
            foreach (var value in attribute.VisibleValues)
            {
                Add(attribute, 1ul << value.Position, [value.English, value.Phrase], value.Chinese, value.Synonyms, value.FullCode());
            }

            foreach (var family in attribute.Families)
            {
                var values = family.Values.Aggregate(0ul, (mask, value) => mask | (1ul << value.Position));
                Add(attribute, values, [family.English, family.Phrase], family.Chinese, family.Synonyms, family.FullCode());
            }
        }

        // What names a type is no form of anything else: "shorts" asks for nothing short.
        foreach (var (form, bases) in forms)
        {
            if (bases.Contains(form) && IsType(form))
            {
                bases.RemoveWhere(word => !IsType(word));
            }
        }

        spellable = [.. forms.Keys.Where(form => form.Length >= Spelling.Shortest && form[0] < 0x2E80 && !form.Contains('*', StringComparison.Ordinal))];
    }

    /// <summary>Adds a shop's own names to what all shops have in common.</summary>
    public SearchLexicon(SearchLexicon shared, IEnumerable<(SearchKind Kind, string Name)> names)
    {
        (this.shared, Words) = (shared, shared.Words);
        foreach (var (kind, name) in names)
        {
            // Names of a shop may be anything; commas and the like are no part of what people type.
            Add(name.Replace('*', ' '), "", new SearchMeaning(kind, Name: name), 0);
        }

        spellable = [.. shared.spellable, .. forms.Keys.Where(form => form.Length >= Spelling.Shortest && form[0] < 0x2E80)];
    }

    /// <summary>The words it was made of.</summary>
    public SearchWords Words { get; }

    /// <summary>The concept of a shop's own name: that of its last words that mean anything, the longest of them; null where none does.</summary>
    public SearchConcept? ConceptOf(SearchKind kind, string name)
    {
        var tokens = QueryTokens.Of(name).ConvertAll(token => token with { Bases = Bases(token.Word) });
        for (var end = tokens.Count; end > 0; end--)
        {
            for (var start = 0; start < end; start++)
            {
                if (At(tokens, start).Where(found => found.End == end && found.Phrase.Meaning is { Concept: not null } meaning && meaning.Kind == kind)
                    .Select(found => found.Phrase.Meaning.Concept!).FirstOrDefault() is { } concept)
                {
                    return concept;
                }
            }
        }

        return null;
    }

    /// <summary>A concept and all that it lies within, itself first.</summary>
    public IReadOnlyList<SearchConcept> Widening(SearchKind kind, SearchConcept concept)
    {
        if (shared is not null)
        {
            return shared.Widening(kind, concept);
        }

        var all = new List<SearchConcept> { concept };
        for (var at = 0; at < all.Count; at++)
        {
            all.AddRange(all[at].Within.Select(code => concepts[(kind, code)]).Where(wider => !all.Contains(wider)));
        }

        return all;
    }

    /// <summary>The concepts to show where a shop has nothing of one, nearest first.</summary>
    public IEnumerable<SearchConcept> Nearby(SearchKind kind, SearchConcept concept) => shared is not null
        ? shared.Nearby(kind, concept)
        : Widening(kind, concept).SelectMany(wider => wider.Within.Concat(wider.Near)).Distinct(StringComparer.Ordinal).Select(code => concepts[(kind, code)]);

    /// <summary>The words of the lexicon that a word is a form of.</summary>
    internal IReadOnlyList<string> Bases(string word)
    {
        var found = Exact(word);
        return found.Count > 0 || word.Length < 4 ? found : Wild(word) is { } wildcard ? [wildcard] : [];
    }

    /// <summary>The same, without words that any ending fits.</summary>
    internal IReadOnlyList<string> Exact(string word) => (forms.GetValueOrDefault(word), shared?.forms.GetValueOrDefault(word)) switch
    {
        (null, null) => [],
        (null, { } other) => [.. other],
        ({ } own, null) => [.. own],
        ({ } own, { } other) => [.. own.Union(other)],
    };

    /// <summary>All phrases that stand at a place, with one past their last word; without those with gaps.</summary>
    internal IEnumerable<(SearchPhrase Phrase, int End)> At(IReadOnlyList<QueryToken> tokens, int start) =>
        Starting(tokens[start]).Where(phrase => Fits(phrase.Words, tokens, start)).Select(phrase => (phrase, start + phrase.Words.Length));

    /// <summary>Phrases of two words of which a word is the second.</summary>
    internal IEnumerable<SearchPhrase> Ending(QueryToken token) => token.Bases.SelectMany(word =>
        (bySecond.GetValueOrDefault(word) ?? []).Concat(shared?.bySecond.GetValueOrDefault(word) ?? []));

    /// <summary>Whether words stand at a place.</summary>
    internal static bool Fits(string[] words, IReadOnlyList<QueryToken> tokens, int start)
    {
        if (start + words.Length > tokens.Count)
        {
            return false;
        }

        for (var at = 0; at < words.Length; at++)
        {
            if (!tokens[start + at].Bases.Contains(words[at]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a word alone names a type or a colour.</summary>
    internal bool Names(string word, params ReadOnlySpan<SearchKind> kinds)
    {
        foreach (var phrase in Starting(new QueryToken(word, 0, 0, "") { Bases = Exact(word) }))
        {
            if (phrase.Length == 1 && kinds.Contains(phrase.Meaning.Kind))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The word that a misspelled one most likely is: fewest slips, and among them the shortest; null for none.</summary>
    internal string? Nearest(string word)
    {
        var (best, fewest) = ((string?)null, int.MaxValue);
        foreach (var form in spellable)
        {
            if (Math.Abs(form.Length - word.Length) <= 2 && Spelling.Slips(word, form) is { } slips
                && (slips < fewest || (slips == fewest && Better(form, best!, word))))
            {
                (best, fewest) = (form, slips);
            }
        }

        return best;
    }

    /// <summary>The phrases that stand for themselves, for completing what is being written: neither with gaps nor beside a garment only.</summary>
    public IEnumerable<CompletedPhrase> Completable() => byFirst.Values.SelectMany(list => list)
        .Where(phrase => phrase.Rest.Length == 0 && phrase.Garments.Length == 0)
        .Select(phrase => new CompletedPhrase(
            Written(phrase.Words), phrase.Meaning.Kind, phrase.Meaning.Concept, phrase.Meaning.Name,
            phrase.Meaning.Attribute is { } attribute ? [.. attribute.Values.Where(value => (phrase.Meaning.Values & (1ul << value.Position)) != 0)] : [],
            phrase.Language, phrase.Rank))
        .Concat(shared?.Completable() ?? []);

    /// <summary>Whether a word is one of those that mean something.</summary>
    public bool Knows(string word) => Exact(word).Count > 0;

    /// <summary>A text as <see cref="CompletedPhrase.Text"/> is written.</summary>
    public static string Written(string text) => Written(QueryTokens.Of(text).ConvertAll(token => token.Word));

    private static string Written(IReadOnlyList<string> words)
    {
        var text = "";
        foreach (var word in words)
        {
            text += text.Length == 0 || (word[0] >= 0x2E80 || text[^1] >= 0x2E80) ? word : " " + word;
        }

        return text.TrimEnd('*');
    }

    /// <summary>Words without an ending are likelier than their forms; then letters that only changed places, names of types, and the word of the same length.</summary>
    private bool Better(string form, string best, string word) => Rank(form, word).CompareTo(Rank(best, word)) < 0;

    private (int, int, int, int, string) Rank(string form, string word) => (
        Exact(form).Contains(form) ? 0 : 1, form.Length == word.Length && form.Order().SequenceEqual(word.Order()) ? 0 : 1, Names(form, SearchKind.Type, SearchKind.Colour) ? 0 : 1, Math.Abs(form.Length - word.Length), form);

    private string? Wild(string word) => wildcards.Where(wildcard => word.StartsWith(wildcard.Beginning, StringComparison.Ordinal))
        .OrderByDescending(wildcard => wildcard.Beginning.Length).Select(wildcard => wildcard.Word).FirstOrDefault() ?? shared?.Wild(word);

    private IEnumerable<SearchPhrase> Starting(QueryToken token) => token.Bases.SelectMany(word =>
        (byFirst.GetValueOrDefault(word) ?? []).Concat(shared?.byFirst.GetValueOrDefault(word) ?? []));

    private void Add(
        GarmentAttribute attribute, ulong values, string[] english, string chinese, IReadOnlyDictionary<string, IReadOnlyList<string>> synonyms, string code)
    {
        var meaning = new SearchMeaning(SearchKind.Value, Attribute: attribute, Values: values);
        foreach (var name in english)
        {
            Add(name, "en", meaning, 0);
        }

        Add(chinese, "zh", meaning, 0);
        foreach (var (language, phrases) in synonyms.Concat(Words.Values.GetValueOrDefault(code) ?? new Dictionary<string, IReadOnlyList<string>>()))
        {
            for (var rank = 0; rank < phrases.Count; rank++)
            {
                Add(phrases[rank], language, meaning, rank + 1);
            }
        }
    }

    private void Add(string text, string language, SearchMeaning meaning, int rank)
    {
        var (words, rest, garments) = (new List<string>(), new List<string>(), Array.Empty<string>());
        var (gap, last) = (false, false);
        foreach (var piece in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            last = piece[0] is not ('{' or '[');
            if (!last)
            {
                garments = [.. garments, .. piece.Trim('{', '}', '[', ']').Split(',')];
            }
            else if (piece == "*")
            {
                gap = true;
            }
            else
            {
                (gap ? rest : words).AddRange(TextWords.Of(piece).Select(QueryTokens.Fold));
            }
        }

        if (words.Count == 0 || (meaning.Kind == SearchKind.Value && words.Count + rest.Count == 1 && words[0] == Default(words[0])))
        {
            return;
        }

        var endings = Words.Languages.FirstOrDefault(known => known.Code == (language.Length > 0 ? language : "en"))?.Endings ?? [];
        string[] all = [.. words, .. rest];
        for (var at = 0; at < all.Length; at++)
        {
            // English adjectives take no endings: "shorts" asks for nothing short.
            AddForms(all[at], language is not ("en" or "") || (last && at == all.Length - 1) ? endings : []);
        }

        var phrase = new SearchPhrase([.. words], [.. rest], garments, meaning, language, rank);
        List(byFirst, words[0]).Add(phrase);
        if (all.Length == 2 && meaning.Kind == SearchKind.Value && garments.Length == 0)
        {
            List(bySecond, all[1]).Add(phrase);
        }
    }

    /// <summary>What a type is called by its own code says no more than the type: "shorts".</summary>
    private string? Default(string word) => concepts.ContainsKey((SearchKind.Type, word)) ? word : null;

    private bool IsType(string word) => byFirst.TryGetValue(word, out var phrases) && phrases.Any(phrase => phrase.Length == 1 && phrase.Meaning.Kind == SearchKind.Type);

    private void AddForms(string word, IReadOnlyList<string> endings)
    {
        if (word.EndsWith('*'))
        {
            foreach (var spelled in QueryTokens.Spellings(word[..^1]))
            {
                wildcards.Add((spelled, word));
                AddForm(spelled, word);
            }

            return;
        }

        foreach (var spelled in QueryTokens.Spellings(word))
        {
            AddForm(spelled, word);
            if (word.Length >= 3)
            {
                foreach (var ending in endings)
                {
                    AddForm(spelled + ending, word);
                }

                if (endings.Contains("es") && spelled.EndsWith('y') && endings.Count == 2)
                {
                    AddForm(spelled[..^1] + "ies", word);
                }
            }
        }
    }

    private void AddForm(string form, string word)
    {
        if (!forms.TryGetValue(form, out var words))
        {
            forms.Add(form, words = new HashSet<string>(StringComparer.Ordinal));
        }

        words.Add(word);
    }

    private static List<SearchPhrase> List(Dictionary<string, List<SearchPhrase>> index, string word)
    {
        if (!index.TryGetValue(word, out var list))
        {
            index.Add(word, list = []);
        }

        return list;
    }
}
