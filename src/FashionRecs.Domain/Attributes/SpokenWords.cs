using System.Collections.ObjectModel;

namespace FashionRecs.Domain.Attributes;

/// <summary>How a value, a family or an attribute is said in one language. Immutable.</summary>
/// <param name="Name">Its name, for lists and filters: "V-neckline", "V-Ausschnitt".</param>
/// <param name="Phrase">What a shopper would say, by itself or in a list: "short skirt", "kurzer Rock".</param>
/// <param name="With">The same, fit to follow "with": "a short skirt", "kurzem Rock".</param>
/// <param name="Because">The same, fit to follow "because of its": "short skirt", "des kurzen Rocks".</param>
public sealed record SpokenWords(string Name, string Phrase, string With, string Because)
{
    /// <summary>
    /// The words by language. English and Chinese names stand in the vocabulary itself; every other form that a language lacks is said by
    /// the one before it, and what it lacks wholly in English.
    /// </summary>
    /// <param name="english">The words in English.</param>
    /// <param name="chinese">The name in Chinese.</param>
    /// <param name="others">What the vocabulary holds besides, by language.</param>
    internal static ReadOnlyDictionary<string, SpokenWords> By(
        SpokenWords english, string chinese, IReadOnlyDictionary<string, SpokenWordsRecord?> others)
    {
        var words = new Dictionary<string, SpokenWords>(StringComparer.Ordinal) { ["en"] = english };
        foreach (var language in others.Keys.Append("zh").Distinct())
        {
            var own = others.GetValueOrDefault(language) ?? new SpokenWordsRecord();
            var name = own.Name ?? (language == "zh" ? chinese : null);
            var phrase = own.Phrase ?? name;
            words[language] = new SpokenWords(name ?? english.Name, phrase ?? english.Phrase, own.With ?? phrase ?? english.With,
                own.Because ?? phrase ?? english.Because);
        }

        return words.AsReadOnly();
    }
}

/// <summary>The forms that the vocabulary's file gives for one language; null for what it lacks.</summary>
internal sealed record SpokenWordsRecord(string? Name = null, string? Phrase = null, string? With = null, string? Because = null);
