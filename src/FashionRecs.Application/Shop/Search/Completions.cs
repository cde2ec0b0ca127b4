using FashionRecs.Domain.Search;

namespace FashionRecs.Application.Shop.Search;

/// <summary>All phrases that may be asked for, by their beginnings. Immutable, safe to share between threads.</summary>
internal sealed class Completions
{
    private readonly (string Text, CompletedPhrase Phrase)[] sorted;

    /// <summary>Sorts the phrases of a lexicon.</summary>
    public Completions(SearchLexicon lexicon) =>
        sorted =
        [
            .. lexicon.Completable().DistinctBy(phrase => (phrase.Text, phrase.Kind, phrase.Concept, phrase.Name))
                .Select(phrase => (phrase.Text, phrase))
                .OrderBy(entry => entry.Text, StringComparer.Ordinal),
        ];

    /// <summary>The phrases that begin so, in the order of the alphabet.</summary>
    /// <param name="beginning">Words as the lexicon writes them.</param>
    public IEnumerable<CompletedPhrase> Of(string beginning)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(sorted[middle].Text, beginning) < 0 ? (middle + 1, high) : (low, middle);
        }

        for (; low < sorted.Length && sorted[low].Text.StartsWith(beginning, StringComparison.Ordinal); low++)
        {
            yield return sorted[low].Phrase;
        }
    }
}
