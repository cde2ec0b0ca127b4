using System.Runtime.CompilerServices;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Beliefs;
using FashionRecs.Domain.Texts;

namespace FashionRecs.Application.Shop;

/// <summary>
/// Finds in a search what means values or families: their names in every language of the vocabulary, and what retailers write. Thread-safe.
/// </summary>
internal sealed class VocabularyWords
{
    private static readonly ConditionalWeakTable<AttributeVocabulary, VocabularyWords> Known = [];

    private readonly (string Words, IReadOnlyList<AttributeValue> Values)[] names;
    private readonly ProductTextReader? texts;

    private VocabularyWords(AttributeVocabulary vocabulary)
    {
        texts = WordEvidence.Shipped(vocabulary)?.Reader;
        // The same words for a value and its family mean the family; longer names go first, so that "deep V-neckline" is not taken for
        // "V-neckline".
        names =
        [
            .. vocabulary.Attributes.SelectMany(attribute => attribute.VisibleValues
                .SelectMany(value =>
                    new[] { value.English, value.Phrase,
                    value.Chinese }.Select(name => (Words: Plain(name), Values: (IReadOnlyList<AttributeValue>)[value])))
                .Concat(attribute.Families.SelectMany(family =>
                    new[] { family.English, family.Phrase, family.Chinese }.Select(name => (Words: Plain(name), family.Values)))))
                .Where(name => name.Words.Length > 0)
                .GroupBy(name => (name.Values[0].Attribute, name.Words)).Select(same => same.MaxBy(name => name.Values.Count))
                .OrderByDescending(name => name.Words.Length),
        ];
    }

    /// <summary>The words of a vocabulary, compiled once.</summary>
    public static VocabularyWords Of(AttributeVocabulary vocabulary) =>
        Known.GetValue(vocabulary, vocabulary => new VocabularyWords(vocabulary));

    /// <summary>A text in small letters, with single blanks in place of hyphens and all that is no letter or digit.</summary>
    public static string Plain(string text) =>
        string.Join(' ',
            string.Concat(text.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What the words mean, and those that mean nothing of the vocabulary.</summary>
    public (IReadOnlyList<(string Words, IReadOnlyList<AttributeValue> Values)> Meant, string Others) Read(string words)
    {
        var meant = new List<(string, IReadOnlyList<AttributeValue>)>();
        var rest = $" {Plain(words)} ";
        foreach (var (name, values) in names)
        {
            // Languages that put no blanks between words are found anywhere.
            var sought = name.All(letter => letter < 0x2E80) ? $" {name} " : name;
            if (rest.Contains(sought, StringComparison.Ordinal))
            {
                meant.Add((name, values));
                rest = rest.Replace(sought, " ", StringComparison.Ordinal);
            }
        }

        foreach (var reading in texts?.Read(words, null, null) ?? [])
        {
            var said = Plain(reading.Words);
            if (rest.Contains($" {said}", StringComparison.Ordinal) && meant.All(known => known.Item2[0].Attribute != reading.Attribute))
            {
                meant.Add((said, reading.Values));
                rest = rest.Replace($" {said}", " ", StringComparison.Ordinal);
            }
        }

        return (meant, rest.Trim());
    }
}
