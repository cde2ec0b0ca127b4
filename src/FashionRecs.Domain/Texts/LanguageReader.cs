using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Texts;

/// <summary>Reads tokens of one language. Immutable once built, safe to share between threads.</summary>
internal sealed class LanguageReader
{
    private readonly int number;
    private readonly WordTable table;
    private readonly IReadOnlyList<string> endings;
    private readonly PhraseIndex<bool> negations;
    private readonly PhraseIndex<bool> fillers;
    private readonly PhraseIndex<bool> others;
    private readonly PhraseIndex<bool> elsewhere;
    private readonly PhraseIndex<bool> stops;
    private readonly Dictionary<int, List<SynonymPattern>> patterns = [];

    /// <summary>Compiles a language; its words must be in the table (<see cref="Number"/>).</summary>
    public LanguageReader(TextLanguage language, int number, AttributeVocabulary vocabulary, IReadOnlyList<string> kinds, WordTable table)
    {
        (this.number, this.table, Code, endings) = (number, table, language.Code, language.Plurals);
        negations = Index(language.Negations);
        fillers = Index(language.Fillers);
        others = Index(language.Others);
        elsewhere = Index(language.Elsewhere);
        stops = Index(language.Stops);
        for (var kind = 0; kind < kinds.Count; kind++)
        {
            foreach (var name in language.Garments.GetValueOrDefault(kinds[kind]) ?? [])
            {
                Names.Add(Numbers(name), kind);
            }
        }

        foreach (var same in Synonyms(vocabulary, language.Code).GroupBy(synonym => (synonym.Attribute, synonym.Text)))
        {
            var values = same.Aggregate(0ul, (all, synonym) => all | synonym.Values);
            var pattern = SynonymPattern.Parse(same.Key.Text, same.Key.Attribute.Position, values, kinds, Numbers);
            foreach (var word in pattern.FirstWords)
            {
                if (!patterns.TryGetValue(word, out var list))
                {
                    patterns.Add(word, list = []);
                }

                list.Add(pattern);
            }
        }
    }

    /// <summary>The language's code.</summary>
    public string Code { get; }

    /// <summary>Names of garments, with the number of their kind.</summary>
    public PhraseIndex<int> Names { get; } = new();

    /// <summary>Whether it has words for any value; a language without is only recognised.</summary>
    public bool CanRead => patterns.Count > 0;

    /// <summary>
    /// Numbers all words of a language, to be done for all languages before any is compiled: wildcards cover words of others.
    /// </summary>
    public static void Number(TextLanguage language, int number, AttributeVocabulary vocabulary, WordTable table)
    {
        foreach (var word in language.Common.SelectMany(TextWords.Of))
        {
            table.AddCommon(word, number);
        }

        string[] phrases =
        [
            .. language.Negations, .. language.Fillers, .. language.Others, .. language.Elsewhere, .. language.Stops,
            .. language.Garments.Values.SelectMany(names => names),
            .. Synonyms(vocabulary, language.Code).SelectMany(synonym => synonym.Text.Split(' '))
                .Where(piece => piece != "*" && piece.IndexOfAny(['[', '{']) < 0),
        ];
        foreach (var word in phrases.SelectMany(TextWords.Of))
        {
            table.Add(word, number, language.Plurals);
        }
    }

    /// <summary>Finds all mentions of values in a text, in order; <paramref name="product"/> is the kind of the product, or -1.</summary>
    public List<TextMention> Mentions(ReadOnlySpan<TextToken> tokens, int product)
    {
        var garments = new TextGarments(tokens, Names);
        var stop = new bool[tokens.Length];
        for (var at = 0; at < tokens.Length; at++)
        {
            stop[at] = stops.LongestAt(tokens, at, out _) > 0;
        }

        var mentions = new List<TextMention>();
        var (deniedUntil, other) = (-1, false);
        for (var at = 0; at < tokens.Length; at++)
        {
            other &= tokens[at].Gap < TextGap.Sentence;
            other |= others.LongestAt(tokens, at, out _) > 0;
            deniedUntil = tokens[at].Gap > TextGap.None ? -1 : deniedUntil;
            var denied = deniedUntil >= at;
            var longest = at;
            if (!other && patterns.TryGetValue(tokens[at].Word, out var candidates))
            {
                foreach (var pattern in candidates)
                {
                    if ((pattern.Products == 0 || (product >= 0 && (pattern.Products & (1u << product)) != 0))
                        && pattern.EndFrom(tokens, at, garments, stop) is > 0 and var end)
                    {
                        mentions.Add(new TextMention(pattern, at, end, denied, elsewhere.LongestAt(tokens, end, out _) > 0));
                        longest = Math.Max(longest, end);
                    }
                }
            }

            deniedUntil = DeniedUntil(tokens, at, denied, longest, deniedUntil);
        }

        return [.. mentions.Where((mention, index) => !mention.IsElsewhere && !IsWithinAnother(mentions, index))];
    }

    /// <summary>
    /// Whether a mention is part of a longer name; only near ones are compared, so that hostile texts cost no more than others.
    /// </summary>
    private static bool IsWithinAnother(List<TextMention> mentions, int index)
    {
        var mention = mentions[index];
        for (var other = index - 1; other >= 0 && mention.Start - mentions[other].Start <= SynonymPattern.LongestGap; other--)
        {
            if (mention.IsWithin(mentions[other]))
            {
                return true;
            }
        }

        for (var other = index + 1; other < mentions.Count && mentions[other].Start == mention.Start; other++)
        {
            if (mention.IsWithin(mentions[other]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// How far a denial reaches: over fillers and over what it denies, then to the next filler ("no V-neck or long sleeves").
    /// </summary>
    private int DeniedUntil(ReadOnlySpan<TextToken> tokens, int at, bool denied, int mentionEnd, int until)
    {
        if (mentionEnd == at && negations.LongestAt(tokens, at, out _) is > 0 and var negation)
        {
            return at + negation;
        }

        if (denied && mentionEnd > at)
        {
            return Math.Max(until, mentionEnd);
        }

        return denied && fillers.LongestAt(tokens, at, out _) is > 0 and var filler ? Math.Max(until, at + filler) : until;
    }

    private static IEnumerable<(GarmentAttribute Attribute, string Text, ulong Values)> Synonyms(AttributeVocabulary vocabulary,
        string language) =>
        vocabulary.Attributes.SelectMany(attribute => attribute.Values
            .SelectMany(value => Of(value.Synonyms, language).Select(text => (attribute, text, 1ul << value.Position)))
            .Concat(attribute.Families.SelectMany(family => Of(family.Synonyms, language)
                .Select(text => (attribute, text, family.Values.Aggregate(0ul, (mask, value) => mask | (1ul << value.Position)))))));

    private static IReadOnlyList<string> Of(IReadOnlyDictionary<string, IReadOnlyList<string>> synonyms, string language) =>
        synonyms.GetValueOrDefault(language) ?? [];

    private PhraseIndex<bool> Index(IReadOnlyList<string> phrases)
    {
        var index = new PhraseIndex<bool>();
        foreach (var phrase in phrases)
        {
            index.Add(Numbers(phrase), true);
        }

        return index;
    }

    private int[][] Numbers(string phrase) => Numbers(phrase, last: true);

    private int[][] Numbers(string phrase, bool last)
    {
        var words = TextWords.Of(phrase);
        return [.. words.Select((word, index) => table.Covered(table.Add(word, number, last && index == words.Count - 1 ? endings : [])))];
    }
}
