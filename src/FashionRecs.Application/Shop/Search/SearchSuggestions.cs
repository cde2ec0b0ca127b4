using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Search;

namespace FashionRecs.Application.Shop.Search;

/// <summary>Completes what is being written in the field for words.</summary>
internal static class SearchSuggestions
{
    /// <summary>Last words that one phrase may go on with: "off the sh".</summary>
    private const int LongestBeginning = 4;

    /// <summary>Phrases that are counted; a single letter begins thousands.</summary>
    private const int MostTried = 200;

    /// <summary>Searches that go on from what is written, those that find most first.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="written">What is written so far.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="vocabulary">The vocabulary.</param>
    public static IReadOnlyList<SearchSuggestion> Of(CatalogSnapshot catalog, string written, int count, AttributeVocabulary vocabulary)
    {
        var index = catalog.Search;
        var found = new Dictionary<string, (string Words, ItemSet Items, int Count)>(StringComparer.Ordinal);
        foreach (var start in Beginnings(written))
        {
            var (before, beginning) = (written[..start], SearchLexicon.Written(written[start..]));
            if (beginning.Length == 0)
            {
                continue;
            }

            if (Within(catalog, before, vocabulary) is not { } within)
            {
                continue;
            }

            foreach (var phrase in index.Completions.Value.Of(beginning).Take(MostTried))
            {
                Add(before, phrase.Text, phrase.Key, within, Items(index, phrase));
            }

            foreach (var (word, _) in index.Texts.Beginning(beginning).OrderByDescending(word => word.Texts).Take(count))
            {
                Add(before, word, $"word {word}", within, index.Texts.Find([word]).All);
            }
        }

        return [.. found.Values.DistinctBy(entry => (entry.Words, entry.Count)).OrderByDescending(entry => entry.Count).ThenBy(entry => entry.Words.Length).ThenBy(entry => entry.Words, StringComparer.Ordinal)
            .Take(count).Select(entry => new SearchSuggestion(entry.Words, entry.Count, catalog.Items[First(entry.Items)].Product))];

        void Add(string before, string words, string key, ItemSet within, ItemSet? items)
        {
            if (items?.Copy().And(within) is { Count: > 0 } both && (!found.TryGetValue(key, out var known) || words.Length < known.Words.Length - before.Length))
            {
                found[key] = ((before + words).Trim(), both, both.Count);
            }
        }
    }

    /// <summary>Where the phrase that is being written may begin: at each of the last words, the longest phrase first; in Chinese at each sign.</summary>
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

        var plan = SearchPlan.Of(catalog, new CatalogQuery { Words = before }, catalog.Search, new SeenSets(catalog.Search, []), vocabulary);
        return plan.IsEmpty || plan.LeftOut.Count > 0 ? null : plan.Criteria.Aggregate(all, (kept, criterion) => kept.And(criterion.Items));
    }

    private static ItemSet? Items(SearchIndex index, CompletedPhrase phrase)
    {
        if (phrase.Kind == SearchKind.Word)
        {
            return null;
        }

        var sets = phrase.Values.Count > 0 ? phrase.Values.Select(index.Of).ToArray() : [.. Names(index, phrase).Select(name => index.Of(phrase.Kind, name))];
        return sets.Length == 0 ? null : sets.Skip(1).Aggregate(sets[0].Copy(), (all, set) => all.Or(set));
    }

    private static IEnumerable<string> Names(SearchIndex index, CompletedPhrase phrase)
    {
        var (exact, narrower) = index.NamesOf(phrase.Kind, phrase.Concept is null ? [] : [phrase.Concept], phrase.Name is null ? [] : [phrase.Name]);
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
