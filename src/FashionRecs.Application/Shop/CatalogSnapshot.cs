using System.Collections.Frozen;
using FashionRecs.Application.Catalog;
using FashionRecs.Application.Shop.Search;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Application.Shop;

/// <summary>The whole catalog in memory at one revision. Immutable and safe to share between threads.</summary>
public sealed class CatalogSnapshot
{
    /// <summary>Products from which on a catalog is large.</summary>
    private const int Large = 2_000;

    private readonly FrozenDictionary<string, int> byId;
    private readonly Lazy<SearchIndex> search;
    private readonly (TextIndex Texts, IReadOnlyCollection<string> Touched)? texts;
    private IReadOnlyList<PriceStep>? priceSteps;

    internal CatalogSnapshot(AttributeVocabulary vocabulary, long revision, IEnumerable<CatalogItem> items)
        : this(vocabulary, revision, items, null)
    {
    }

    private CatalogSnapshot(AttributeVocabulary vocabulary, long revision, IEnumerable<CatalogItem> items,
        (TextIndex, IReadOnlyCollection<string>)? texts)
    {
        this.texts = texts;
        search = Searched(vocabulary);
        Revision = revision;
        Items = [.. items.OrderBy(item => item.Product.Id, StringComparer.Ordinal)];
        Matrix = ItemMatrix.Of([.. Items.Select(item => item.Vector)], vocabulary.Values.Count);
        byId = Items.Select((item, index) => (item.Product.Id, index))
            .ToFrozenDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
    }

    private CatalogSnapshot(AttributeVocabulary vocabulary, CatalogSnapshot before, long revision, CatalogItem[] items, ItemMatrix matrix,
        (TextIndex, IReadOnlyCollection<string>)? texts)
    {
        (Revision, Items, Matrix, byId, this.texts, Withdrawn) = (revision, items, matrix, before.byId, texts, before.Withdrawn);
        search = Searched(vocabulary);
    }

    private Lazy<SearchIndex> Searched(AttributeVocabulary vocabulary) =>
        new(() => new SearchIndex(this, vocabulary, texts is var (before, touched) ? before.With(this, touched) : TextIndex.Of(this)));

    /// <summary>An index of texts, and the products that came, went or changed since; null where there is none to begin from.</summary>
    private (TextIndex Texts, IReadOnlyCollection<string> Touched)? TextsBefore(CatalogChanges changes)
    {
        if (!search.IsValueCreated && texts is null)
        {
            return null;
        }

        IEnumerable<string> touched = [.. changes.Removed,
            .. changes.Items.Where(item => TryFind(item.Product.Id) is not { } before || !TextSegment.SameText(before, item))
            .Select(item => item.Product.Id)];
        return search.IsValueCreated ? (search.Value.Texts, [.. touched]) : (texts!.Value.Texts, [.. texts.Value.Touched.Union(touched)]);
    }

    /// <summary>
    /// The catalog after some changes. Products that are there already, as after a review, are replaced in their places; a large catalog is
    /// laid out anew only where products came or went.
    /// </summary>
    internal CatalogSnapshot With(AttributeVocabulary vocabulary, CatalogChanges changes)
    {
        if (!changes.Removed.Any(byId.ContainsKey) && changes.Items.All(item => byId.ContainsKey(item.Product.Id)))
        {
            CatalogItem[] items = [.. Items];
            foreach (var item in changes.Items)
            {
                items[byId[item.Product.Id]] = item;
            }

            return new CatalogSnapshot(vocabulary, this, changes.Revision, items,
                Matrix.Replace(changes.Items.Select(item => (byId[item.Product.Id], item.Vector))), TextsBefore(changes))
            {
                Withdrawn = WithdrawnAfter(changes),
            };
        }

        var all = Items.ToDictionary(item => item.Product.Id, StringComparer.Ordinal);
        foreach (var item in changes.Items)
        {
            all[item.Product.Id] = item;
        }

        foreach (var removed in changes.Removed)
        {
            all.Remove(removed);
        }

        return new CatalogSnapshot(vocabulary, changes.Revision, all.Values, TextsBefore(changes)) { Withdrawn = WithdrawnAfter(changes) };
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

    /// <summary>The revision this is a copy of.</summary>
    public long Revision { get; }

    /// <summary>Whether what is worked out of all products takes so long that it is begun before anybody asks.</summary>
    public bool IsLarge => Items.Count >= Large;

    /// <summary>All products, ordered by id; a ranked item's index is its place here.</summary>
    public IReadOnlyList<CatalogItem> Items { get; }

    /// <summary>Products that are not sold at the moment, by id: in no list and no search, but their pages know them.</summary>
    public IReadOnlyDictionary<string, CatalogItem> Withdrawn { get; private init; } = new Dictionary<string, CatalogItem>();

    /// <summary>Parts of the range of prices; worked out when first asked for, twice at worst.</summary>
    public IReadOnlyList<PriceStep> PriceSteps => priceSteps ??= PriceStep.Of(Items.Select(item => item.Product.Price).OfType<decimal>());

    /// <summary>What it can be searched by; made when first asked for.</summary>
    internal SearchIndex Search => search.Value;

    /// <summary>Indices of the products without a garment in their picture.</summary>
    internal IReadOnlyList<int> WithoutGarment =>
        field ??= [.. Enumerable.Range(0, Items.Count).Where(index => Items[index].IsWithoutGarment)];

    /// <summary>The products laid out for scoring.</summary>
    public ItemMatrix Matrix { get; }

    /// <summary>Index of a product, or −1 where there is none.</summary>
    public int IndexOf(string id) => byId.GetValueOrDefault(id, -1);

    /// <summary>A product, sold or withdrawn, or null where there is none (any more).</summary>
    public CatalogItem? TryFindAny(string id) => TryFind(id) ?? Withdrawn.GetValueOrDefault(id);

    /// <summary>A product that is sold, or null where there is none (any more).</summary>
    public CatalogItem? TryFind(string id) => byId.TryGetValue(id, out var index) ? Items[index] : null;
}
