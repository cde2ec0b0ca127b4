using System.Runtime.CompilerServices;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Search;

namespace FashionRecs.Application.Shop.Search;

/// <summary>
/// What a catalog can be searched by: which products show each value, are of each type, colour and pattern, and hold each word. Belongs to
/// one snapshot of the catalog; immutable, safe to share between threads.
/// </summary>
internal sealed class SearchIndex
{
    private const int Shown = (int)(Visibility.Shown * ItemVector.Scale);

    private static readonly ConditionalWeakTable<AttributeVocabulary, SearchLexicon> Lexicons = [];

    private readonly CatalogSnapshot catalog;
    private readonly Dictionary<AttributeValue, ItemSet> values = [];
    private readonly Dictionary<ValueFamily, ItemSet> families = [];
    private readonly Dictionary<SearchKind, Dictionary<string, ItemSet>> names;
    private readonly Dictionary<(SearchKind, string), SearchConcept?> concepts = [];
    private readonly Lazy<int[]> alphabet;
    private readonly Lazy<IReadOnlyList<(PriceStep, ItemSet)>> steps;
    private readonly double[] prices;

    /// <summary>Makes the index of a catalog.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="vocabulary">The vocabulary of its vectors.</param>
    /// <param name="texts">The index of its texts.</param>
    public SearchIndex(CatalogSnapshot catalog, AttributeVocabulary vocabulary, TextIndex texts)
    {
        (this.catalog, Texts) = (catalog, texts);
        names = new()
        {
            [SearchKind.Type] = Sets(item => item.Product.Type), [SearchKind.Colour] = Sets(item => item.Product.Colour),
            [SearchKind.Pattern] = Sets(item => item.Product.Pattern),
        };
        foreach (var attribute in vocabulary.Attributes)
        {
            foreach (var value in attribute.VisibleValues)
            {
                values[value] = Showing([value]);
            }

            foreach (var family in attribute.Families)
            {
                families[family] = Showing(family.Values);
            }
        }

        Lexicon = new SearchLexicon(
            Lexicons.GetValue(vocabulary, vocabulary => new SearchLexicon(vocabulary, SearchWordsFile.Default)),
            names.SelectMany(kind => kind.Value.Keys.Select(name => (kind.Key, name))));
        foreach (var (kind, own) in names)
        {
            foreach (var name in own.Keys)
            {
                concepts[(kind, name)] = Lexicon.ConceptOf(kind, name);
            }
        }

        Swatches = names[SearchKind.Colour].Keys
            .Where(name => concepts[(SearchKind.Colour, name)] is { Swatch.Length: > 0 })
            .ToDictionary(name => name, name => concepts[(SearchKind.Colour, name)]!.Swatch, StringComparer.Ordinal);
        prices = [.. catalog.Items.Select(item => item.Product.Price is { } price ? (double)price : double.NaN)];
        steps = new Lazy<IReadOnlyList<(PriceStep, ItemSet)>>(() => [.. catalog.PriceSteps.Select(step => (step, Of(step)))]);
        Reader = new QueryReader(Lexicon);
        Completions = new Lazy<Completions>(() => new Completions(Lexicon));
        alphabet = new Lazy<int[]>(Alphabet);
    }

    /// <summary>The texts.</summary>
    public TextIndex Texts { get; }

    /// <summary>Understands searches in the shop's words.</summary>
    public QueryReader Reader { get; }

    /// <summary>All phrases that may be asked for.</summary>
    public SearchLexicon Lexicon { get; }

    /// <summary>The phrases by their beginnings.</summary>
    public Lazy<Completions> Completions { get; }

    /// <summary>How the shop's own names of colours look, as far as the colour is known.</summary>
    public IReadOnlyDictionary<string, string> Swatches { get; }

    /// <summary>Place of each product in the order of names.</summary>
    public int[] ByName => alphabet.Value;

    /// <summary>The offered ranges of prices with their products.</summary>
    public IReadOnlyList<(PriceStep Step, ItemSet Items)> Steps => steps.Value;

    /// <summary>The products within a range of prices; those without a price never are.</summary>
    public ItemSet Of(PriceStep range)
    {
        var (from, to, set) = ((double)(range.From ?? 0), range.To is { } most ? (double)most : double.PositiveInfinity,
            new ItemSet(prices.Length));
        for (var at = 0; at < prices.Length; at++)
        {
            if (prices[at] >= from && prices[at] <= to)
            {
                set[at] = true;
            }
        }

        return set;
    }

    /// <summary>Names of a kind that the shop uses.</summary>
    public IEnumerable<string> Names(SearchKind kind) => names[kind].Keys;

    /// <summary>The products of a name; none where the shop does not use it.</summary>
    public ItemSet Of(SearchKind kind, string name) => names[kind].GetValueOrDefault(name) ?? new ItemSet(catalog.Items.Count);

    /// <summary>The products that show a value.</summary>
    public ItemSet Of(AttributeValue value) => values[value];

    /// <summary>The products that show any value of a family.</summary>
    public ItemSet Of(ValueFamily family) => families[family];

    /// <summary>The shop's own names for what is asked for: the very thing first, then what is narrower.</summary>
    public (IReadOnlyList<string> Exact, IReadOnlyList<string> Narrower) NamesOf(SearchKind kind, IReadOnlyList<SearchConcept> asked,
        IReadOnlyList<string> named)
    {
        string[] exact = [.. names[kind].Keys.Where(name =>
            named.Contains(name) || (concepts[(kind, name)] is { } concept && asked.Contains(concept)))];
        string[] narrower = [.. names[kind].Keys.Except(exact)
            .Where(name => concepts[(kind, name)] is { } concept && Lexicon.Widening(kind, concept).Any(asked.Contains))];
        return (exact, narrower);
    }

    /// <summary>The shop's own names for what comes nearest to what it has not; none where nothing does.</summary>
    public IReadOnlyList<string> NamesNear(SearchKind kind, IReadOnlyList<SearchConcept> asked)
    {
        foreach (var near in asked.SelectMany(concept => Lexicon.Nearby(kind, concept)))
        {
            var (exact, narrower) = NamesOf(kind, [near], []);
            if (exact.Count + narrower.Count > 0)
            {
                return exact.Count > 0 ? exact : narrower;
            }
        }

        return [];
    }

    /// <summary>Whether a product shows one of some values of one attribute, which exclude each other.</summary>
    public static bool Shows(CatalogItem item, IReadOnlyList<AttributeValue> values) => Amount(item, values) >= Shown;

    /// <summary>How much of some values of one attribute a product has, in quanta.</summary>
    public static int Amount(CatalogItem item, IReadOnlyList<AttributeValue> values)
    {
        var amount = 0;
        var quanta = item.Vector.Quanta;
        foreach (var value in values)
        {
            amount += quanta[value.Index];
        }

        return amount;
    }

    private ItemSet Showing(IReadOnlyList<AttributeValue> any)
    {
        var set = new ItemSet(catalog.Items.Count);
        for (var at = 0; at < set.Size; at++)
        {
            if (Shows(catalog.Items[at], any))
            {
                set[at] = true;
            }
        }

        return set;
    }

    private Dictionary<string, ItemSet> Sets(Func<CatalogItem, string> fact)
    {
        var sets = new Dictionary<string, ItemSet>(StringComparer.Ordinal);
        for (var at = 0; at < catalog.Items.Count; at++)
        {
            if (fact(catalog.Items[at]) is { Length: > 0 } name)
            {
                if (!sets.TryGetValue(name, out var set))
                {
                    sets.Add(name, set = new ItemSet(catalog.Items.Count));
                }

                set[at] = true;
            }
        }

        return sets;
    }

    private int[] Alphabet()
    {
        var places = new int[catalog.Items.Count];
        var place = 0;
        foreach (var item in Enumerable.Range(0, places.Length)
            .OrderBy(item => catalog.Items[item].Product.Name, StringComparer.OrdinalIgnoreCase))
        {
            places[item] = place++;
        }

        return places;
    }
}
