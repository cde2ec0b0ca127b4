using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Texts;

namespace FashionRecs.Domain.Search;

/// <summary>
/// All phrases that shoppers may use, compiled: those of the search words, those of the vocabulary, and a shop's own names of types,
/// colours and patterns. Immutable once built, safe to share between threads.
/// </summary>
public sealed class SearchLexicon
{
    private readonly SearchLexicon? shared;
    private readonly WordForms forms;
    private readonly Dictionary<string, List<SearchPhrase>> byFirst = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SearchPhrase>> bySecond = new(StringComparer.Ordinal);
    private readonly Dictionary<(SearchKind, string), SearchConcept> concepts = [];

    /// <summary>Compiles the words of a vocabulary and those of searches.</summary>
    public SearchLexicon(AttributeVocabulary vocabulary, SearchWords words)
    {
        Words = words;
        forms = new WordForms();
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

        forms.KeepApart(IsType);
    }

    /// <summary>Adds a shop's own names to what all shops have in common.</summary>
    public SearchLexicon(SearchLexicon shared, IEnumerable<(SearchKind Kind, string Name)> names)
    {
        (this.shared, Words, forms) = (shared, shared.Words, new WordForms(shared.forms));
        foreach (var (kind, name) in names)
        {
            // Names of a shop may be anything; commas and the like are no part of what people type.
            Add(name.Replace('*', ' '), "", new SearchMeaning(kind, Name: name), 0);
        }
    }

    /// <summary>The words it was made of.</summary>
    public SearchWords Words { get; }

    /// <summary>
    /// The concept of a shop's own name: that of its last words that mean anything, the longest of them; null where none does.
    /// </summary>
    public SearchConcept? ConceptOf(SearchKind kind, string name)
    {
        var tokens = QueryTokens.Of(name).ConvertAll(token => token with { Bases = Bases(token.Word) });
        for (var end = tokens.Count; end > 0; end--)
        {
            for (var start = 0; start < end; start++)
            {
                if (At(tokens, start).Where(found =>
                    found.End == end && found.Phrase.Meaning is { Concept: not null } meaning && meaning.Kind == kind)
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
        : Widening(kind, concept).SelectMany(wider => wider.Within.Concat(wider.Near)).Distinct(StringComparer.Ordinal)
            .Select(code => concepts[(kind, code)]);

    /// <summary>The words of the lexicon that a word is a form of.</summary>
    internal IReadOnlyList<string> Bases(string word) => forms.Bases(word);

    /// <summary>The same, without words that any ending fits.</summary>
    internal IReadOnlyList<string> Exact(string word) => forms.Exact(word);

    /// <summary>The word that a misspelled one most likely is; null for none.</summary>
    internal string? Nearest(string word) => forms.Nearest(word, form => Names(form, SearchKind.Type, SearchKind.Colour));

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

    /// <summary>
    /// The phrases that stand for themselves, for completing what is being written: neither with gaps nor beside a garment only.
    /// </summary>
    public IEnumerable<CompletedPhrase> Completable() => byFirst.Values.SelectMany(list => list)
        .Where(phrase => phrase.Rest.Length == 0 && phrase.Garments.Length == 0)
        .Select(phrase => new CompletedPhrase(
            Written(phrase.Words), phrase.Meaning.Kind, phrase.Meaning.Concept, phrase.Meaning.Name,
            phrase.Meaning.Attribute is { } attribute
                ? [.. attribute.Values.Where(value => (phrase.Meaning.Values & (1ul << value.Position)) != 0)] : [],
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

    private IEnumerable<SearchPhrase> Starting(QueryToken token) => token.Bases.SelectMany(word =>
        (byFirst.GetValueOrDefault(word) ?? []).Concat(shared?.byFirst.GetValueOrDefault(word) ?? []));

    private void Add(
        GarmentAttribute attribute, ulong values, string[] english, string chinese,
        IReadOnlyDictionary<string, IReadOnlyList<string>> synonyms, string code)
    {
        var meaning = new SearchMeaning(SearchKind.Value, Attribute: attribute, Values: values);
        foreach (var name in english)
        {
            Add(name, "en", meaning, 0);
        }

        Add(chinese, "zh", meaning, 0);
        foreach (var (language,
            phrases) in synonyms.Concat(Words.Values.GetValueOrDefault(code) ?? new Dictionary<string, IReadOnlyList<string>>()))
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
            forms.Add(all[at], language is not ("en" or "") || (last && at == all.Length - 1) ? endings : []);
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

    private bool IsType(string word) =>
        byFirst.TryGetValue(word, out var phrases) && phrases.Any(phrase => phrase.Length == 1 && phrase.Meaning.Kind == SearchKind.Type);

    private static List<SearchPhrase> List(Dictionary<string, List<SearchPhrase>> index, string word)
    {
        if (!index.TryGetValue(word, out var list))
        {
            index.Add(word, list = []);
        }

        return list;
    }
}
