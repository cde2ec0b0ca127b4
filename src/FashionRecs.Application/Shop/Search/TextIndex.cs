using FashionRecs.Application.Shop.Columns;
using FashionRecs.Domain.Search;

namespace FashionRecs.Application.Shop.Search;

/// <summary>
/// The texts of a catalog: a large part, and small ones with what changed since it was built, so that a change costs no more than itself.
/// Immutable, safe to share between threads.
/// </summary>
internal sealed class TextIndex : IShopWords
{
    /// <summary>Changed products from which on everything is built anew, where they are also more than a tenth of all.</summary>
    private const int MostChanges = 1_000;

    private readonly PackedIds ids;
    private readonly TextPart[] parts;
    private readonly int changes;
    private readonly Dictionary<char, (string Word, int Texts)[]> ofLarge;
    private readonly Dictionary<char, (string Word, int Texts)[]> byLetter;

    private TextIndex(PackedIds ids, TextPart[] parts, int changes, Dictionary<char, (string, int)[]> ofLarge)
    {
        (this.ids, this.parts, this.changes, this.ofLarge) = (ids, parts, changes, ofLarge);
        byLetter = WithWordsOfSmallParts();
    }

    /// <summary>The part that was built at once.</summary>
    public TextSegment Large => parts[0].Segment;

    /// <summary>Ids of the products whose texts came, went or changed since that.</summary>
    public IEnumerable<string> Touched => parts[0].Places.Index().Where(text => text.Item < 0).Select(text => Large.Ids[text.Index])
        .Concat(parts.Skip(1).SelectMany(part => Enumerable.Range(0, part.Places.Length).Where(number => part.Places[number] >= 0)
            .Select(number => part.Segment.Ids[number]))).Distinct(StringComparer.Ordinal);

    /// <summary>Indexes a catalog.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="written">Its texts as they were indexed before; null where they are to be.</param>
    public static TextIndex Of(CatalogSnapshot catalog, WrittenTexts? written = null)
    {
        var all = written?.Segment ?? TextSegment.Of(catalog.Items, (catalog.Items as CatalogItems)?.Words, isKept: true);
        var index = new TextIndex(catalog.Columns.Ids, [new TextPart(all, catalog.Columns.Ids.PlacesOf(all.Ids))], 0,
            ByLetter(all.Frequencies));
        return written is { Touched: { Count: > 0 } touched } ? index.With(catalog, touched) : index;
    }

    /// <summary>The index after some products came, went or changed.</summary>
    /// <param name="catalog">The catalog after that.</param>
    /// <param name="touched">Ids of these products, each once.</param>
    public TextIndex With(CatalogSnapshot catalog, IReadOnlyCollection<string> touched)
    {
        var now = catalog.Columns.Ids;
        var all = changes + touched.Count(parts[0].Has);
        // One that lies on a disk takes minutes to build, and costs hardly more where much of it has changed.
        if (catalog.IsHeld
            && all + parts.Skip(1).Sum(part => part.Segment.Ids.Count) > Math.Max(MostChanges, parts[0].Segment.Ids.Count / 10))
        {
            return Of(catalog);
        }

        List<TextPart> kept = [.. parts.Select(part => part.Without(touched, now == ids ? null : now))];
        int[] places = [.. touched.Select(catalog.IndexOf).Where(place => place >= 0)];
        // Parts that are not much larger than what comes are taken in, so that there are few and each product is written few times.
        while (kept.Count > 1 && kept[^1].Segment.Ids.Count <= 2 * places.Length)
        {
            places = [.. places, .. kept[^1].Places.Where(place => place >= 0)];
            kept.RemoveAt(kept.Count - 1);
        }

        if (catalog.At([.. places.Order()]) is { Count: > 0 } items)
        {
            var more = TextSegment.Of(items, items.Count < MostChanges ? null : (catalog.Items as CatalogItems)?.Words);
            kept.Add(new TextPart(more, now.PlacesOf(more.Ids)));
        }

        return new TextIndex(now, [.. kept], all, ofLarge);
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
        var (named, all) = (new ItemSet(ids.Count), new ItemSet(ids.Count));
        foreach (var word in words)
        {
            if (TextSegment.Written(word) is { Count: > 0 } written && (isBeginning || written.All(Holds)))
            {
                foreach (var part in parts)
                {
                    part.Segment.Find(written, isBeginning, (number, isName) => Add(part.Places[number], isName));
                }
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

    private bool Holds(string written) => parts.Any(part => part.Segment.Holds(written));

    private (string Word, int Texts)[] Of(char letter) => byLetter.GetValueOrDefault(letter) ?? [];

    private static Dictionary<char, (string, int)[]> ByLetter(IEnumerable<KeyValuePair<string, int>> words) =>
        words.Where(word => word.Key.Length > 0).GroupBy(word => word.Key[0])
            .ToDictionary(group => group.Key, group => group.Select(word => (word.Key, word.Value)).ToArray());

    private Dictionary<char, (string Word, int Texts)[]> WithWordsOfSmallParts()
    {
        var more = ByLetter(parts.Skip(1).SelectMany(part => part.Segment.Frequencies)
            .Where(word => !parts[0].Segment.Frequencies.ContainsKey(word.Key)).DistinctBy(word => word.Key, StringComparer.Ordinal));
        if (more.Count == 0)
        {
            return ofLarge;
        }

        var words = new Dictionary<char, (string, int)[]>(ofLarge);
        foreach (var (letter, own) in more)
        {
            words[letter] = [.. ofLarge.GetValueOrDefault(letter) ?? [], .. own];
        }

        return words;
    }
}
