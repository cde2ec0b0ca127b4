using FashionRecs.Application.CatalogImport.Lists.Files;
using FashionRecs.Application.CatalogImport.Lists.Layouts;
using FashionRecs.Application.CatalogImport.Names;
using FashionRecs.Application.CatalogImport.Prices;

namespace FashionRecs.Application.CatalogImport.Lists;

/// <summary>
/// A list of products that is open: its rows are read one by one, as often as somebody asks, so that a million of them need little room.
/// </summary>
public sealed class ProductList
{
    /// <summary>Rows of one product that stand apart from each other and are kept meanwhile; of more, the later ones are refused.</summary>
    private const int MostApart = 100_000;

    private readonly ListRowCheck check;
    private readonly int limit;
    private readonly Dictionary<UInt128, List<ListEntry>> apart = [];
    private readonly HashSet<int> passedOver = [];
    private readonly HashSet<UInt128> sharedNames = [];

    private ProductList(string name, ListFile file, IProductListLayout layout, ListColumns columns, ShopCurrency currency, int limit) =>
        (Name, File, Layout, Columns, check, this.limit) = (name, file, layout, columns, new ListRowCheck(currency), limit);

    /// <summary>What people call the file.</summary>
    public string Name { get; }

    /// <summary>The file.</summary>
    public ListFile File { get; }

    /// <summary>Whose list it is.</summary>
    public IProductListLayout Layout { get; }

    /// <summary>Which column holds what.</summary>
    public ListColumns Columns { get; }

    /// <summary>
    /// Why nothing can be taken from it before a person says which column holds what, in a sentence; null where that is clear.
    /// </summary>
    public string? Trouble { get; private init; }

    /// <summary>How many products it has; rows of one product count once.</summary>
    public int Count { get; private set; }

    /// <summary>Opens a list and looks through it once.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="choices">What a person said of how to read it.</param>
    /// <param name="said">Which column holds what by what people said earlier: the plain heading of each field, "" for none; null where
    /// nobody said.</param>
    /// <param name="currency">The shop's.</param>
    /// <param name="limit">How many products at most; the rest is passed over.</param>
    /// <exception cref="InvalidDataException">It cannot be read; one sentence says why, with the line.</exception>
    public static ProductList Open(string path, string name, ListChoices choices, Func<IReadOnlyList<string>,
        IReadOnlyDictionary<ListField, string>?> said, ShopCurrency currency, int limit = int.MaxValue)
    {
        var file = ListFiles.Open(path, name, choices);
        var layout = ProductListLayouts.Of(file.Headings);
        var columns = ListColumns.From(file.Headings, layout.Headings, said(file.Headings));
        var list = new ProductList(name, file, layout, columns, currency, limit)
        {
            Trouble = ListColumnsCheck.Trouble(name, file, columns),
        };
        if (list.Trouble is null)
        {
            list.Survey();
        }

        return list;
    }

    /// <summary>Whether the list names pictures of this folded bare name in several folders.</summary>
    public bool IsSharedName(string name) => sharedNames.Contains(TextKey.Of(name));

    /// <summary>The products, one by one; one that cannot be used comes with its reason.</summary>
    public IEnumerable<CatalogImportListRow> Rows()
    {
        var seen = new Dictionary<UInt128, int>();
        foreach (var product in Products())
        {
            yield return check.Row(product, seen);
        }
    }

    private IEnumerable<IReadOnlyList<ListEntry>> Groups() => VariantGroups.Groups(Layout.Entries(File.Rows(), Columns));

    private IEnumerable<ListedProduct> Products()
    {
        var number = 0;
        IEnumerable<IReadOnlyList<ListEntry>> Whole()
        {
            foreach (var group in Groups())
            {
                if (!passedOver.Contains(number++))
                {
                    yield return group[0].VariantOf is { Length: > 0 } of && apart.TryGetValue(TextKey.Of(of), out var more)
                        ? [.. group, .. more] : group;
                }
            }
        }

        return Whole().SelectMany(VariantGroups.Products).Take(limit);
    }

    /// <summary>
    /// Finds rows of one product that stand apart, pictures of the same name in several folders, and how many products there are.
    /// </summary>
    private void Survey()
    {
        var (seen, names, number, kept) = (new HashSet<UInt128>(), new Dictionary<UInt128, UInt128>(), 0, 0);
        foreach (var group in Groups())
        {
            foreach (var image in group.Select(entry => entry.Image).Where(image => image.Length > 0))
            {
                Note(image, names);
            }

            if (group[0].VariantOf is { Length: > 0 } of && !seen.Add(TextKey.Of(of)) && kept + group.Count <= MostApart)
            {
                kept += group.Count;
                passedOver.Add(number);
                (apart.TryGetValue(TextKey.Of(of), out var more) ? more : apart[TextKey.Of(of)] = []).AddRange(group);
            }

            number++;
        }

        Count = Products().Count();
        if (Count == 0)
        {
            throw new InvalidDataException($"{Name} has headings but no products below them.");
        }
    }

    private void Note(string image, Dictionary<UInt128, UInt128> names)
    {
        if (ListedPath.From(image) is { IsWhole: true } path)
        {
            var name = TextKey.Of(PictureIndex.Fold(PictureIndex.NameOf(path.Text)));
            var whole = TextKey.Of(PictureIndex.Fold(path.Text));
            if (!names.TryAdd(name, whole) && names[name] != whole)
            {
                sharedNames.Add(name);
            }
        }
    }
}
