using System.Runtime.CompilerServices;
using FashionRecs.Application.Caching;
using FashionRecs.Application.Shop.Columns;
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

    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    private readonly CatalogColumns columns;
    private readonly Dictionary<AttributeValue, ItemSet> values = [];
    private readonly Dictionary<ValueFamily, ItemSet> families = [];
    private readonly Dictionary<SearchKind, NamedItems> names;
    private readonly Dictionary<(SearchKind, string), SearchConcept?> concepts;
    private readonly Once<int[]> alphabet;
    private readonly Once<TextIndex> texts;
    private readonly (Once<TextIndex> Texts, IReadOnlySet<string> Touched)? textsFrom;
    private readonly Lazy<IReadOnlyList<(PriceStep, ItemSet)>> steps;

    /// <summary>Makes the index of a catalog.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="vocabulary">The vocabulary of its vectors.</param>
    /// <param name="texts">The index of its texts.</param>
    /// <param name="start">An index to begin from; null for none.</param>
    public SearchIndex(CatalogSnapshot catalog, AttributeVocabulary vocabulary, Once<TextIndex> texts, SearchStart? start)
    {
        (columns, this.texts, textsFrom) = (catalog.Columns, texts, start is null ? null : (start.Texts, start.Touched));
        var before = start?.Index;
        names = new()
        {
            [SearchKind.Type] = Named(SearchKind.Type, of => of.Types, columns.Facets.Types),
            [SearchKind.Colour] = Named(SearchKind.Colour, of => of.Colours, columns.Facets.Colours),
            [SearchKind.Pattern] = Named(SearchKind.Pattern, of => of.Patterns, columns.Facets.Patterns),
        };
        foreach (var attribute in vocabulary.Attributes)
        {
            foreach (var value in attribute.VisibleValues)
            {
                values[value] = Showing([value], start is { Places: { } places } ? (start.Index.values[value], places) : null);
            }

            foreach (var family in attribute.Families)
            {
                families[family] =
                    Showing(family.Values, start is { Places: { } places } ? (start.Index.families[family], places) : null);
            }
        }

        if (before is not null && names.All(kind => before.names[kind.Key] == kind.Value
            || before.names[kind.Key].Names.SequenceEqual(kind.Value.Names)))
        {
            (Lexicon, concepts, Swatches) = (before.Lexicon, before.concepts, before.Swatches);
            (Reader, Completions) = (before.Reader, before.Completions);
        }
        else
        {
            Lexicon = new SearchLexicon(
                Lexicons.GetValue(vocabulary, vocabulary => new SearchLexicon(vocabulary, SearchWordsFile.Default)),
                names.SelectMany(kind => kind.Value.Names.Select(name => (kind.Key, name))));
            concepts = names.SelectMany(kind => kind.Value.Names.Select(name => (kind.Key, name)))
                .ToDictionary(named => named, named => Lexicon.ConceptOf(named.Key, named.name));
            Swatches = names[SearchKind.Colour].Names
                .Where(name => concepts[(SearchKind.Colour, name)] is { Swatch.Length: > 0 })
                .ToDictionary(name => name, name => concepts[(SearchKind.Colour, name)]!.Swatch, StringComparer.Ordinal);
            Reader = new QueryReader(Lexicon);
            Completions = new Lazy<Completions>(() => new Completions(Lexicon));
        }

        steps = before?.columns.Prices == columns.Prices
            ? before.steps : new Lazy<IReadOnlyList<(PriceStep, ItemSet)>>(() => [.. catalog.PriceSteps.Select(step => (step, Of(step)))]);
        alphabet = before?.columns.Called == columns.Called && before.columns.Ids == columns.Ids
            ? before.alphabet : new Once<int[]>(() => Alphabet(catalog.Names()));

        NamedItems Named(SearchKind kind, Func<CatalogColumns, Column<int>> column, Codes<string> texts) =>
            before is not null && column(before.columns) == column(columns) ? before.names[kind] : new NamedItems(column(columns), texts);
    }

    /// <summary>The texts; made when first asked for.</summary>
    public TextIndex Texts => texts.Value;

    /// <summary>What the index of a later state begins from.</summary>
    public SearchStart AsStart
    {
        get
        {
            // Where the texts are not made yet, those after them begin where they would have begun.
            var (from, touched) = texts.IsMade ? (texts, Nothing) : textsFrom ?? (texts, Nothing);
            return new SearchStart(this, new HashSet<int>(), from, touched);
        }
    }

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
        var (from, to) = ((double)(range.From ?? 0), range.To is { } most ? (double)most : double.PositiveInfinity);
        var (codes, prices) = (columns.Prices, columns.Facets.Prices);
        bool[] within = [.. Enumerable.Range(0, prices.Count).Select(code => (double)prices[code] >= from && (double)prices[code] <= to)];
        var set = new ItemSet(codes.Count);
        for (var at = 0; at < codes.Count; at++)
        {
            if (codes[at] >= 0 && within[codes[at]])
            {
                set[at] = true;
            }
        }

        return set;
    }

    /// <summary>Names of a kind that the shop uses.</summary>
    public IEnumerable<string> Names(SearchKind kind) => names[kind].Names;

    /// <summary>The products of a name; none where the shop does not use it.</summary>
    public ItemSet Of(SearchKind kind, string name) => names[kind][name];

    /// <summary>How many products of a set have each name of a kind; names that none of them has are left out.</summary>
    public IEnumerable<KeyValuePair<string, int>> Counts(SearchKind kind, ItemSet items) =>
        names[kind].Counts(items).Where(pair => pair.Value > 0);

    /// <summary>The products that show a value.</summary>
    public ItemSet Of(AttributeValue value) => values[value];

    /// <summary>The products that show any value of a family.</summary>
    public ItemSet Of(ValueFamily family) => families[family];

    /// <summary>The shop's own names for what is asked for: the very thing first, then what is narrower.</summary>
    public (IReadOnlyList<string> Exact, IReadOnlyList<string> Narrower) NamesOf(SearchKind kind, IReadOnlyList<SearchConcept> asked,
        IReadOnlyList<string> named)
    {
        string[] exact = [.. names[kind].Names.Where(name =>
            named.Contains(name) || (concepts[(kind, name)] is { } concept && asked.Contains(concept)))];
        string[] narrower = [.. names[kind].Names.Except(exact)
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

    /// <summary>How much of some values of one attribute the product at a place has, in quanta.</summary>
    public int Amount(int place, IReadOnlyList<AttributeValue> values)
    {
        var amount = 0;
        foreach (var value in values)
        {
            amount += columns.Matrix.Quanta(place, value.Index);
        }

        return amount;
    }

    private ItemSet Showing(IReadOnlyList<AttributeValue> any, (ItemSet Set, IEnumerable<int> Places)? before)
    {
        if (before is not var (known, places))
        {
            var set = new ItemSet(columns.Count);
            for (var at = 0; at < set.Size; at++)
            {
                if (Amount(at, any) >= Shown)
                {
                    set[at] = true;
                }
            }

            return set;
        }

        int[] others = [.. places.Where(place => known[place] != (Amount(place, any) >= Shown))];
        var own = others.Length == 0 ? known : known.Copy();
        foreach (var place in others)
        {
            own[place] = !known[place];
        }

        return own;
    }

    private static int[] Alphabet(IReadOnlyList<string> names)
    {
        var (places, place) = (new int[names.Count], 0);
        foreach (var item in Enumerable.Range(0, places.Length).OrderBy(item => names[item], StringComparer.OrdinalIgnoreCase))
        {
            places[item] = place++;
        }

        return places;
    }
}
