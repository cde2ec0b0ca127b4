using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Search;

namespace FashionRecs.Application.Shop.Search;

/// <summary>Completes what is being written in the field for words.</summary>
internal static class SearchSuggestions
{
    /// <summary>Last words that one phrase may go on with: "off the sh".</summary>
    private const int LongestBeginning = 4;

    private const int OddityOfWords = 2;

    /// <summary>Phrases that are counted; a single letter begins thousands.</summary>
    private const int MostTried = 400;

    /// <summary>
    /// Searches that go on from what is written: the usual words of one's own language first, and among them those that find most.
    /// </summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="written">What is written so far.</param>
    /// <param name="language">Code of the shopper's language.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    public static IReadOnlyList<SearchSuggestion> Of(CatalogSnapshot catalog, string written, string language, int count,
        AttributeVocabulary vocabulary)
    {
        var index = catalog.Search;
        foreach (var start in Beginnings(written))
        {
            var (before, beginning) = (written[..start], SearchLexicon.Written(written[start..]));
            if (beginning.Length == 0 || Within(catalog, before, vocabulary) is not { } within)
            {
                continue;
            }

            var phrases = index.Completions.Value.Of(beginning).Take(MostTried).GroupBy(phrase => phrase.Key)
                .Select(same => same.MinBy(phrase => (Oddity(phrase, language), phrase.Text.Length))!)
                .Select(phrase => (phrase.Text, Oddity: Oddity(phrase, language), Items: Items(index, phrase)));
            var words = index.Texts.Beginning(beginning).Where(word => !index.Lexicon.Knows(word.Word))
                .OrderByDescending(word => word.Texts).Take(count)
                .Select(word => (Text: word.Word, Oddity: OddityOfWords, Items: (ItemSet?)index.Texts.Find([word.Word]).All));
            (string Text, int Oddity, ItemSet? Items)[] found =
            [
                .. phrases.Concat(words).Select(entry => (entry.Text, entry.Oddity, Items: entry.Items?.Copy().And(within)))
                    .Where(entry => entry.Items is { Count: > 0 })
                    .OrderBy(entry => entry.Oddity).ThenByDescending(entry => entry.Items!.Count)
                    .ThenBy(entry => entry.Text, StringComparer.Ordinal).DistinctBy(entry => entry.Text).Take(count),
            ];
            // The longest phrase that goes on is what is being written.
            if (found.Length > 0)
            {
                var shown = catalog.Placed([.. found.Select(entry => First(entry.Items!)).Distinct()])
                    .ToDictionary(one => one.Place, one => one.Item.Product);
                return [.. found.Where(entry => shown.ContainsKey(First(entry.Items!))).Select(entry =>
                    new SearchSuggestion((before + entry.Text).Trim(), entry.Items!.Count, shown[First(entry.Items!)]))];
            }
        }

        return Whole(catalog, written.Trim(), vocabulary);
    }

    /// <summary>What is written as it stands, or as it is taken: plurals, misspelled words, prices.</summary>
    private static SearchSuggestion[] Whole(CatalogSnapshot catalog, string written, AttributeVocabulary vocabulary)
    {
        var plan = SearchPlan.Of(catalog, new CatalogQuery { Words = written }, catalog.Search, new SeenSets(catalog.Search, []),
            vocabulary);
        if (plan.IsEmpty || plan.LeftOut.Count > 0 || plan.Criteria.Count == 0)
        {
            return [];
        }

        var items = plan.Criteria.Aggregate(ItemSet.All(catalog.Items.Count), (kept, criterion) => kept.And(criterion.Items));
        var meant = plan.Corrections.Aggregate(written,
            (words, correction) => words.Replace(correction.Written, correction.Meant, StringComparison.Ordinal));
        return items.Count > 0 && catalog.At([First(items)]) is [var shown]
            ? [new SearchSuggestion(meant, items.Count, shown.Product)] : [];
    }

    /// <summary>How far a phrase is from what the shopper would say: 0 for the usual words of their language or the shop's own.</summary>
    private static int Oddity(CompletedPhrase phrase, string language) =>
        (phrase.Language.Length == 0 || phrase.Language == language ? 0 : 4) + (phrase.Rank == 0 ? 0 : phrase.Rank < 3 ? 1 : 3);

    /// <summary>
    /// Where the phrase that is being written may begin: at each of the last words, the longest phrase first; in Chinese at each sign.
    /// </summary>
    private static IEnumerable<int> Beginnings(string written)
    {
        var starts = new List<int>();
        for (var at = written.Length - 1; at >= 0 && starts.Count < LongestBeginning; at--)
        {
            if (char.IsLetterOrDigit(written[at]) && (at == 0 || !char.IsLetterOrDigit(written[at - 1]) || written[at] >= 0x2E80))
            {
                starts.Insert(0, at);
            }
        }

        return starts;
    }

    /// <summary>What the words before ask for; null where they find nothing as they stand.</summary>
    private static ItemSet? Within(CatalogSnapshot catalog, string before, AttributeVocabulary vocabulary)
    {
        var all = ItemSet.All(catalog.Items.Count);
        if (before.Trim().Length == 0)
        {
            return all;
        }

        var plan = SearchPlan.Of(catalog, new CatalogQuery { Words = before }, catalog.Search, new SeenSets(catalog.Search, []),
            vocabulary);
        return plan.IsEmpty || plan.LeftOut.Count > 0 ? null : plan.Criteria.Aggregate(all, (kept, criterion) => kept.And(criterion.Items));
    }

    private static ItemSet? Items(SearchIndex index, CompletedPhrase phrase)
    {
        if (phrase.Kind == SearchKind.Word)
        {
            return index.Texts.Find([phrase.Text]).All;
        }

        var sets = phrase.Values.Count > 0
            ? phrase.Values.Select(index.Of).ToArray() : [.. Names(index, phrase).Select(name => index.Of(phrase.Kind, name))];
        return sets.Length == 0 ? null : sets.Skip(1).Aggregate(sets[0].Copy(), (all, set) => all.Or(set));
    }

    private static IEnumerable<string> Names(SearchIndex index, CompletedPhrase phrase)
    {
        var (exact, narrower) = index.NamesOf(phrase.Kind, phrase.Concept is null ? [] : [phrase.Concept],
            phrase.Name is null ? [] : [phrase.Name]);
        return exact.Concat(narrower);
    }

    private static int First(ItemSet items)
    {
        var place = 0;
        while (!items[place])
        {
            place++;
        }

        return place;
    }
}
