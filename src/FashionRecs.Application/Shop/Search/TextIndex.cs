using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Search;

namespace FashionRecs.Application.Shop.Search;

/// <summary>
/// The texts of a catalog: a large segment, and a small one with what changed since it was built, so that a change costs no more than
/// itself. Immutable, safe to share between threads.
/// </summary>
internal sealed class TextIndex : IShopWords
{
    /// <summary>Changed products from which on everything is built anew, where they are also more than a tenth of all.</summary>
    private const int MostChanges = 1_000;

    private readonly TextSegment large;
    private readonly TextSegment? small;
    private readonly IReadOnlySet<string> changed;
    private readonly int[] largePlaces;
    private readonly int[] smallPlaces;
    private readonly Dictionary<char, (string Word, int Texts)[]> byLetter;
    private readonly int size;

    private TextIndex(TextSegment large, TextSegment? small, IReadOnlySet<string> changed, CatalogSnapshot catalog,
        Dictionary<char, (string, int)[]> byLetter)
    {
        (this.large, this.small, this.changed, this.byLetter, size) = (large, small, changed, byLetter, catalog.Items.Count);
        largePlaces = [.. large.Ids.Select(id => changed.Contains(id) ? -1 : catalog.IndexOf(id))];
        smallPlaces = [.. (small?.Ids ?? []).Select(catalog.IndexOf)];
    }

    /// <summary>Indexes a catalog.</summary>
    public static TextIndex Of(CatalogSnapshot catalog)
    {
        var all = TextSegment.Of(catalog.Items);
        return new TextIndex(all, null, new HashSet<string>(), catalog, ByLetter(all.Frequencies));
    }

    /// <summary>The index after some products came, went or changed.</summary>
    /// <param name="catalog">The catalog after that.</param>
    /// <param name="touched">Ids of these products.</param>
    public TextIndex With(CatalogSnapshot catalog, IEnumerable<string> touched)
    {
        var all = changed.Union(touched).ToHashSet(StringComparer.Ordinal);
        if (all.Count > Math.Max(MostChanges, large.Ids.Count / 10))
        {
            return Of(catalog);
        }

        CatalogItem[] items = [.. all.Select(catalog.TryFind).OfType<CatalogItem>()];
        var more = items.Length > 0 ? TextSegment.Of(items) : null;
        var words = more is null
            ? byLetter : ByLetter(large.Frequencies.Concat(more.Frequencies.Where(word => !large.Frequencies.ContainsKey(word.Key))));
        return new TextIndex(large, more, all, catalog, words);
    }

    /// <inheritdoc/>
    public bool Has(string word) => TextSegment.Written(word) is { Count: > 0 } written && written.All(Holds);

    /// <inheritdoc/>
    public bool HasBeginning(string beginning) => Beginning(beginning).Any();

    /// <summary>Words of the texts that begin so, as the index writes them, with the number of texts.</summary>
    public IEnumerable<(string Word, int Texts)> Beginning(string beginning) => beginning.Length < 3 ? []
        : Of(beginning[0]).Where(known => known.Word.StartsWith(beginning, StringComparison.Ordinal));

    /// <inheritdoc/>
    public string? Nearest(string word)
    {
        var (best, fewest, most) = ((string?)null, int.MaxValue, 0);
        foreach (var (known, texts) in word.Length < Spelling.Shortest ? [] : Of(word[0]).Concat(Of(word[1])))
        {
            if (Spelling.Slips(word, known) is { } slips && (slips < fewest || (slips == fewest && texts > most)))
            {
                (best, fewest, most) = (known, slips, texts);
            }
        }

        return best;
    }

    /// <summary>
    /// The products whose names hold any of some words, and those that hold them anywhere; beginnings of words count where no text has the
    /// word itself.
    /// </summary>
    public (ItemSet Named, ItemSet All) Find(IReadOnlyList<string> words)
    {
        var found = Find(words, isBeginning: false);
        return found.All.Count > 0 || words.Count > 1 || words[0].Length < 3 ? found : Find(words, isBeginning: true);
    }

    private (ItemSet Named, ItemSet All) Find(IReadOnlyList<string> words, bool isBeginning)
    {
        var (named, all) = (new ItemSet(size), new ItemSet(size));
        foreach (var word in words)
        {
            if (TextSegment.Written(word) is { Count: > 0 } written && (isBeginning || written.All(Holds)))
            {
                large.Find(written, isBeginning, (number, isName) => Add(largePlaces[number], isName));
                small?.Find(written, isBeginning, (number, isName) => Add(smallPlaces[number], isName));
            }
        }

        return (named, all);

        void Add(int place, bool isName)
        {
            if (place >= 0)
            {
                all[place] = true;
                if (isName)
                {
                    named[place] = true;
                }
            }
        }
    }

    private bool Holds(string written) => large.Frequencies.ContainsKey(written) || small?.Frequencies.ContainsKey(written) == true;

    private (string Word, int Texts)[] Of(char letter) => byLetter.GetValueOrDefault(letter) ?? [];

    private static Dictionary<char, (string, int)[]> ByLetter(IEnumerable<KeyValuePair<string, int>> words) =>
        words.Where(word => word.Key.Length > 0).GroupBy(word => word.Key[0])
            .ToDictionary(group => group.Key, group => group.Select(word => (word.Key, word.Value)).ToArray());
}
