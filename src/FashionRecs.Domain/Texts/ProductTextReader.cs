using System.Numerics;
using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Texts;

/// <summary>
/// Reads from a product's name, type and description which values it says the product has. It is careful rather than complete: it stays
/// silent about an attribute where two mentions exclude each other, where the text denies the value, where it speaks of another product,
/// and altogether in languages it has no words for. Time is linear in the text's length, of which the first <see cref="MostCharacters"/>
/// characters count. Immutable and safe to share between threads.
/// </summary>
public sealed class ProductTextReader
{
    /// <summary>Characters of each text that are read; what a shopper would never scroll to is not evidence.</summary>
    public const int MostCharacters = 20_000;

    private const int TypePart = 1;

    private readonly AttributeVocabulary vocabulary;
    private readonly WordTable table = new();
    private readonly LanguageReader[] readers;
    private readonly ulong[] sayable;
    private readonly int other;

    /// <summary>Compiles the vocabulary's synonyms for the languages.</summary>
    /// <exception cref="InvalidDataException">A synonym or a kind of garment names what does not exist, or there are too many values or
    /// kinds.</exception>
    public ProductTextReader(AttributeVocabulary vocabulary, TextLanguages languages)
    {
        this.vocabulary = vocabulary;
        string[] kinds = [.. languages.Garments.Keys];
        if (kinds.Length > 32 || vocabulary.Attributes.Count > 64 || vocabulary.Attributes.Any(attribute => attribute.Values.Count > 64))
        {
            throw new InvalidDataException(
                "At most 32 kinds of garment, 64 attributes and 64 values of an attribute can be read from texts.");
        }

        sayable = [.. kinds.Select(kind => languages.Garments[kind].Aggregate(0ul, (mask, code) => vocabulary.TryFind(code) is { } attribute
            ? mask | (1ul << attribute.Position)
            : throw new InvalidDataException(
                $"Garments of the kind '{kind}' list the attribute '{code}', which the vocabulary '{vocabulary.Name}' does not have.")))];
        other = Array.FindIndex(sayable, mask => mask == 0);
        for (var number = 0; number < languages.Languages.Count; number++)
        {
            LanguageReader.Number(languages.Languages[number], number, vocabulary, table);
        }

        readers = [.. languages.Languages.Select((language, number) => new LanguageReader(language, number, vocabulary, kinds, table))];
    }

    /// <summary>
    /// What the texts say, at most one reading for each attribute, in the vocabulary's order. Empty or null texts say nothing.
    /// </summary>
    public IReadOnlyList<TextReading> Read(string? name, string? type, string? description)
    {
        string[] texts = [name ?? "", type ?? "", description ?? ""];
        var tokens = Tokens(texts);
        if (Language(tokens) is not { } reader)
        {
            return [];
        }

        var product = KindOf(tokens, reader);
        var mentions = product >= 0 && sayable[product] == 0 ? [] : reader.Mentions(tokens, product);
        var readings = new List<TextReading>();
        foreach (var attribute in vocabulary.Attributes)
        {
            if ((product < 0 || (sayable[product] & (1ul << attribute.Position)) != 0) && Clear(attribute, mentions) is { } clear)
            {
                var (first, last) = (tokens[clear.Mention.Start], tokens[clear.Mention.End - 1]);
                var values = attribute.Values.Where(value => (clear.Values & (1ul << value.Position)) != 0);
                readings.Add(new TextReading(attribute, [.. values], texts[first.Part][first.Start..last.End], reader.Code));
            }
        }

        return readings;
    }

    /// <summary>Code of the language that a name and a description are read in, or null for one without words.</summary>
    public string? LanguageOf(string? name, string? description) => Language(Tokens([name ?? "", "", description ?? ""]))?.Code;

    /// <summary>
    /// What all mentions of an attribute leave possible, and the mention that says most; null where they exclude each other or say nothing.
    /// </summary>
    private static (ulong Values, TextMention Mention)? Clear(GarmentAttribute attribute, List<TextMention> mentions)
    {
        var (values, narrowest, any) = (ulong.MaxValue, default(TextMention), false);
        foreach (var mention in mentions.Where(mention => mention.Pattern.Attribute == attribute.Position))
        {
            values &= mention.IsDenied ? ~mention.Pattern.Values : mention.Pattern.Values;
            if (!mention.IsDenied
                && (!any || BitOperations.PopCount(mention.Pattern.Values) < BitOperations.PopCount(narrowest.Pattern.Values)))
            {
                (narrowest, any) = (mention, true);
            }
        }

        return any && values != 0 ? (values, narrowest) : null;
    }

    private TextToken[] Tokens(string[] texts)
    {
        var tokens = new List<TextToken>(96);
        Span<char> buffer = stackalloc char[WordScanner.LongestWord];
        for (var part = 0; part < texts.Length; part++)
        {
            var scanner = new WordScanner(texts[part].AsSpan(0, Math.Min(texts[part].Length, MostCharacters)), buffer);
            while (scanner.MoveNext())
            {
                tokens.Add(new TextToken(table.Find(scanner.Word), part, scanner.Start, scanner.End, scanner.Gap));
            }
        }

        return [.. tokens];
    }

    /// <summary>
    /// The language whose common words are most frequent; where that leaves a tie, the one that knows most words, and then the first: a
    /// "V-neck T-shirt" is the same in both. It must know three words in ten, and every second one of a text with fewer than two common
    /// words.
    /// </summary>
    private LanguageReader? Language(ReadOnlySpan<TextToken> tokens)
    {
        Span<int> common = stackalloc int[readers.Length];
        Span<int> known = stackalloc int[readers.Length];
        common.Clear();
        known.Clear();
        var described = tokens.Length > 0 && tokens[^1].Part > TypePart;
        var count = 0;
        foreach (var token in tokens)
        {
            if (token.Part == TypePart && described)
            {
                continue;
            }

            count++;
            for (var rest = table.CommonIn(token.Word); rest != 0; rest &= rest - 1)
            {
                common[BitOperations.TrailingZeroCount(rest)]++;
            }

            for (var rest = table.KnownIn(token.Word); rest != 0; rest &= rest - 1)
            {
                known[BitOperations.TrailingZeroCount(rest)]++;
            }
        }

        var (best, tied) = (-1, false);
        for (var language = 0; language < readers.Length; language++)
        {
            var order = best < 0 ? 1 : (common[language], known[language]).CompareTo((common[best], known[best]));
            (best, tied) = order > 0 ? (language, false) : (best, tied || (order == 0 && !readers[language].CanRead));
        }

        var share = best >= 0 && common[best] >= 2 ? .3 : .5;
        return best >= 0 && !tied && readers[best].CanRead && known[best] > 0 && known[best] >= share * count ? readers[best] : null;
    }

    /// <summary>The kind of garment by the type in any language, otherwise by the first garment of the name, otherwise -1.</summary>
    private int KindOf(ReadOnlySpan<TextToken> tokens, LanguageReader reader)
    {
        var names = 0;
        while (names < tokens.Length && tokens[names].Part < TypePart)
        {
            names++;
        }

        var types = names;
        while (types < tokens.Length && tokens[types].Part == TypePart)
        {
            types++;
        }

        foreach (var language in readers)
        {
            if (KindOf(tokens[names..types], language, any: true) is >= 0 and var kind)
            {
                return kind;
            }
        }

        return KindOf(tokens[..names], reader, any: false);
    }

    private int KindOf(ReadOnlySpan<TextToken> tokens, LanguageReader reader, bool any)
    {
        var garments = new TextGarments(tokens, reader.Names);
        var kind = -1;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (any && garments.KindAt(at) == other)
            {
                return other;
            }

            if (kind < 0 && garments.IsGarment(at))
            {
                kind = garments.HeadFrom(tokens, at, out _);
            }
        }

        return kind;
    }
}
