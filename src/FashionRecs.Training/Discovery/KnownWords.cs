using System.Text.RegularExpressions;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Texts;

namespace FashionRecs.Training.Discovery;

/// <summary>Words of texts, and those that a vocabulary or a shop's columns have already.</summary>
public static partial class KnownWords
{
    private const int Shortest = 3;

    /// <summary>The different words of texts: lower case, letters only, three letters or more, a plural's "s" taken off.</summary>
    public static HashSet<string> Of(params IEnumerable<string?> texts) => [.. texts.OfType<string>()
        .SelectMany(text => Letters().Matches(text.ToLowerInvariant())).Select(match => match.Value)
        .Where(word => word.Length >= Shortest).Select(Singular)];

    /// <summary>Everything the vocabulary says: its names, phrases and synonyms in all languages.</summary>
    public static HashSet<string> Of(AttributeVocabulary vocabulary) => Of(
    [
        .. vocabulary.Attributes.Select(attribute => attribute.English),
        .. vocabulary.Values.SelectMany(value => value.Synonyms.Values.SelectMany(synonyms => synonyms).Append(value.English)
            .Append(value.Phrase).Append(value.Code)),
        .. vocabulary.Attributes.SelectMany(attribute => attribute.Families)
            .SelectMany(family => family.Synonyms.Values.SelectMany(synonyms => synonyms).Append(family.English).Append(family.Phrase)),
    ]);

    /// <summary>Common words, fillers and garments' names of all languages.</summary>
    public static HashSet<string> Of(TextLanguages languages) => Of(languages.Languages.SelectMany(language =>
        language.Common.Concat(language.Fillers).Concat(language.Negations).Concat(language.Garments.Values.SelectMany(names => names))));

    private static string Singular(string word) =>
        word.Length > Shortest && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Letters();
}
