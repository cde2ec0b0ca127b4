using FashionRecs.Application.Caching;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Shop.Columns;
using FashionRecs.Application.Shop.Search;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Application.Shop;

/// <summary>
/// The catalog at one revision: columns of what ranking and filters need of every product, and the products themselves, held in memory or,
/// of a large catalog, read by key as they are now. Immutable and safe to share between threads.
/// </summary>
public sealed class CatalogSnapshot
{
    /// <summary>Products from which on a catalog is large.</summary>
    private const int Large = 2_000;

    private readonly Once<SearchIndex> search;
    private SearchStart? start;
    private IReadOnlyList<PriceStep>? priceSteps;

    internal CatalogSnapshot(AttributeVocabulary vocabulary, long revision, IEnumerable<CatalogItem> items)
        : this(vocabulary, revision, [.. items.OrderBy(item => item.Product.Id, StringComparer.Ordinal)], new CatalogFacets())
    {
    }

    private CatalogSnapshot(AttributeVocabulary vocabulary, long revision, CatalogItem[] items, CatalogFacets facets)
        : this(vocabulary, revision, items, CatalogColumns.Of(vocabulary, facets, [.. items.Select(item => ColumnRow.Of(item, facets))]),
            null)
    {
    }

    /// <param name="vocabulary">The vocabulary of the tags.</param>
    /// <param name="revision">The revision this is a copy of.</param>
    /// <param name="items">All products, ordered by id.</param>
    /// <param name="columns">What is kept of each of them.</param>
    /// <param name="start">What its search begins from; null for nothing.</param>
    /// <param name="written">The texts of these products as they were written before; null where there are none.</param>
    internal CatalogSnapshot(AttributeVocabulary vocabulary, long revision, IReadOnlyList<CatalogItem> items, CatalogColumns columns,
        SearchStart? start, WrittenTexts? written = null)
    {
        (Revision, Items, Columns, this.start) = (revision, items, columns, start);
        search = new(() => MakeSearch(vocabulary, written));
    }

    /// <summary>A catalog of some products that are in memory, before any change.</summary>
    public static CatalogSnapshot Of(AttributeVocabulary vocabulary, params IEnumerable<CatalogItem> items) => new(vocabulary, 0, items);

    private SearchIndex MakeSearch(AttributeVocabulary vocabulary, WrittenTexts? written)
    {
        var from = start;
        // The texts of a catalog that is not in memory take longer than all else, and hold no earlier index while they are waited for.
        var (known, touched) = (from?.Texts, from?.Touched);
        var texts = known is null ? new Once<TextIndex>(() => TextIndex.Of(this, written))
            : touched!.Count == 0 ? known : new Once<TextIndex>(() => known.Value.With(this, touched));
        if (IsHeld)
        {
            _ = texts.Value;
        }

        return new SearchIndex(this, vocabulary, texts, from);
    }

    /// <summary>What the search begins from after some changes; null where there is nothing to begin from.</summary>
    private SearchStart? StartAfter(CatalogChanges changes, IReadOnlyList<ColumnRow> rows, CatalogColumns after)
    {
        var begun = start ?? (search.IsMade ? search.Value.AsStart : null);
        if (begun is null)
        {
            return null;
        }

        IEnumerable<string> touched = [.. changes.Removed,
            .. rows.Where(row => IndexOf(row.Id) is not (>= 0 and var place) || Columns.Texts[place] != row.Text).Select(row => row.Id)];
        return begun with
        {
            Places = after.Ids == Columns.Ids ? begun.Places?.Union(rows.Select(row => IndexOf(row.Id))).ToHashSet() : null,
            Touched = begun.Touched.Union(touched).ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>
    /// The catalog after some changes. Products that are there already, as after a review, are replaced in their places; a large catalog is
    /// laid out anew only where products came or went.
    /// </summary>
    internal CatalogSnapshot With(AttributeVocabulary vocabulary, CatalogChanges changes)
    {
        ColumnRow[] rows = [.. changes.Items.Select(item => ColumnRow.Of(item, Columns.Facets))];
        var columns = Columns.With(rows, changes.Removed);
        IReadOnlyList<CatalogItem> items = Items is CatalogItems read
            ? read.With(columns.Ids, changes.Items.Select(item => item.Product.Id).Concat(changes.Removed))
            : columns.Ids == Columns.Ids ? Replaced(changes.Items) : Merged(changes);
        return new CatalogSnapshot(vocabulary, changes.Revision, items, columns, StartAfter(changes, rows, columns))
        {
            Withdrawn = WithdrawnAfter(changes),
        };
    }

    private CatalogItem[] Replaced(IReadOnlyList<CatalogItem> changed)
    {
        CatalogItem[] items = [.. Items];
        foreach (var item in changed)
        {
            items[IndexOf(item.Product.Id)] = item;
        }

        return items;
    }

    private CatalogItem[] Merged(CatalogChanges changes)
    {
        var all = Items.ToDictionary(item => item.Product.Id, StringComparer.Ordinal);
        foreach (var item in changes.Items)
        {
            all[item.Product.Id] = item;
        }

        foreach (var removed in changes.Removed)
        {
            all.Remove(removed);
        }

        return [.. all.Values.OrderBy(item => item.Product.Id, StringComparer.Ordinal)];
    }

    private IReadOnlyDictionary<string, CatalogItem> WithdrawnAfter(CatalogChanges changes)
    {
        if (changes.Withdrawn.Count == 0 && (Withdrawn.Count == 0
            || !changes.Items.Select(item => item.Product.Id).Concat(changes.Removed).Any(Withdrawn.ContainsKey)))
        {
            return Withdrawn;
        }

        var withdrawn = new Dictionary<string, CatalogItem>(Withdrawn, StringComparer.Ordinal);
        foreach (var id in changes.Items.Select(item => item.Product.Id).Concat(changes.Removed))
        {
            withdrawn.Remove(id);
        }

        foreach (var item in changes.Withdrawn)
        {
            withdrawn[item.Product.Id] = item;
        }

        return withdrawn;
    }

    /// <summary>The same catalog, read by key from now on where it has outgrown what is held in memory.</summary>
    internal CatalogSnapshot Within(AttributeVocabulary vocabulary, CatalogMemory memory, Func<PackedIds, CatalogItems> reads) =>
        !IsHeld || Items.Count <= memory.WholeUpTo ? this
            : new CatalogSnapshot(vocabulary, Revision, reads(Columns.Ids), Columns, start) { Withdrawn = Withdrawn };

    /// <summary>The revision this is a copy of.</summary>
    public long Revision { get; }

    /// <summary>Whether what is worked out of all products takes so long that it is begun before anybody asks.</summary>
    public bool IsLarge => Items.Count >= Large;

    /// <summary>Whether all products are in memory; else going through <see cref="Items"/> reads the whole database.</summary>
    public bool IsHeld => Items is not CatalogItems;

    /// <summary>All products, ordered by id; a ranked item's index is its place here.</summary>
    public IReadOnlyList<CatalogItem> Items { get; }

    /// <summary>What is kept in memory of every product.</summary>
    internal CatalogColumns Columns { get; }

    /// <summary>Products that are not sold at the moment, by id: in no list and no search, but their pages know them.</summary>
    public IReadOnlyDictionary<string, CatalogItem> Withdrawn { get; internal init; } = new Dictionary<string, CatalogItem>();

    /// <summary>Parts of the range of prices; worked out when first asked for, twice at worst.</summary>
    public IReadOnlyList<PriceStep> PriceSteps => priceSteps ??=
        PriceStep.Of(Enumerable.Range(0, Columns.Count).Select(Columns.Price).OfType<decimal>());

    /// <summary>What it can be searched by; made when first asked for.</summary>
    internal SearchIndex Search
    {
        get
        {
            var made = search.Value;
            // The index of an earlier state is let go.
            start = null;
            return made;
        }
    }

    /// <summary>Indices of the products without a garment in their picture.</summary>
    internal IReadOnlyList<int> WithoutGarment =>
        field ??= [.. Enumerable.Range(0, Columns.Count).Where(index => Columns.WithoutGarment[index] != 0)];

    /// <summary>The products laid out for scoring.</summary>
    public ItemMatrix Matrix => Columns.Matrix;

    /// <summary>The types that products have, in the order of the products.</summary>
    public IEnumerable<string> Types() => Columns.Names(Columns.Types, Columns.Facets.Types);

    /// <summary>The same of colours.</summary>
    public IEnumerable<string> Colours() => Columns.Names(Columns.Colours, Columns.Facets.Colours);

    /// <summary>The same of sections.</summary>
    public IEnumerable<string> Sections() => Columns.Names(Columns.Sections, Columns.Facets.Sections);

    /// <summary>
    /// Several products by their places, read together where they are not in memory; those that are not sold any more since the catalog was
    /// looked at are left out.
    /// </summary>
    public IReadOnlyList<CatalogItem> At(IReadOnlyList<int> places) =>
        Items is CatalogItems ? [.. Placed(places).Select(found => found.Item)] : [.. places.Select(place => Items[place])];

    /// <summary>The same, each with its place.</summary>
    internal IEnumerable<(int Place, CatalogItem Item)> Placed(IReadOnlyList<int> places) => Items is CatalogItems read
        ? places.Zip(read.At(places)).Where(found => !found.Second.IsWithdrawn) : places.Select(place => (place, Items[place]));

    /// <summary>The names of all products in their order.</summary>
    internal IReadOnlyList<string> Names() => Items is CatalogItems read ? read.Names() : [.. Items.Select(item => item.Product.Name)];

    /// <summary>Whether any product shows a value.</summary>
    public bool Shows(AttributeValue value) =>
        Enumerable.Range(0, Items.Count).Any(place => Matrix.Quanta(place, value.Index) >= Visibility.Shown * ItemVector.Scale);

    /// <summary>The id of the product at a place.</summary>
    public string IdAt(int place) => Columns.Ids[place];

    /// <summary>Index of a product, or −1 where there is none.</summary>
    public int IndexOf(string id) => Columns.Ids.IndexOf(id);

    /// <summary>The place of the first product behind an id, which the catalog need not have.</summary>
    public int PlaceAfter(string id) => Columns.Ids.PlaceAfter(id);

    /// <summary>A product, sold or withdrawn, or null where there is none (any more).</summary>
    public CatalogItem? TryFindAny(string id) => TryFind(id) ?? Withdrawn.GetValueOrDefault(id);

    /// <summary>A product that is sold, or null where there is none (any more).</summary>
    public CatalogItem? TryFind(string id) =>
        IndexOf(id) is >= 0 and var index && Items[index] is { IsWithdrawn: false } item ? item : null;
}
