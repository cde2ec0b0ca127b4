using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Application.Shop.Columns;

/// <summary>
/// What ranking, filters and counts need of every product, in columns in the order of ids: 107 bytes and the id for each product,
/// whatever else is stored of it. Immutable and safe to share between threads.
/// </summary>
internal sealed class CatalogColumns
{
    /// <summary>The numbers that the columns hold.</summary>
    public required CatalogFacets Facets { get; init; }

    /// <summary>The ids.</summary>
    public required PackedIds Ids { get; init; }

    /// <summary>The vectors.</summary>
    public required ItemMatrix Matrix { get; init; }

    /// <summary>Numbers of types; likewise the others, see <see cref="ColumnRow"/>.</summary>
    public required Column<int> Types { get; init; }

    /// <summary>Numbers of groups.</summary>
    public required Column<int> Groups { get; init; }

    /// <summary>Numbers of sections.</summary>
    public required Column<int> Sections { get; init; }

    /// <summary>Numbers of colours.</summary>
    public required Column<int> Colours { get; init; }

    /// <summary>Numbers of patterns.</summary>
    public required Column<int> Patterns { get; init; }

    /// <summary>Numbers of what products are called.</summary>
    public required Column<int> Things { get; init; }

    /// <summary>Numbers of prices, or −1.</summary>
    public required Column<int> Prices { get; init; }

    /// <summary>Hashes of ideas.</summary>
    public required Column<ulong> Ideas { get; init; }

    /// <summary>Hashes of names.</summary>
    public required Column<uint> Called { get; init; }

    /// <summary>Hashes of texts.</summary>
    public required Column<uint> Texts { get; init; }

    /// <summary>Sums of the squares of amounts.</summary>
    public required Column<int> Squares { get; init; }

    /// <summary>1 where no garment was found in the picture.</summary>
    public required Column<byte> WithoutGarment { get; init; }

    /// <summary>Number of products.</summary>
    public int Count => Ids.Count;

    /// <summary>The columns of some products, each of which comes once.</summary>
    public static CatalogColumns Of(AttributeVocabulary vocabulary, CatalogFacets facets, IReadOnlyList<ColumnRow> rows)
    {
        for (var at = 1; at < rows.Count; at++)
        {
            if (string.CompareOrdinal(rows[at - 1].Id, rows[at].Id) > 0)
            {
                rows = [.. rows.OrderBy(row => row.Id, StringComparer.Ordinal)];
                break;
            }
        }

        return new CatalogColumns
        {
            Facets = facets, Ids = PackedIds.Of([.. rows.Select(row => row.Id)]),
            Matrix = ItemMatrix.Of([.. rows.Select(row => row.Vector)], vocabulary.Values.Count),
            Types = Column(row => row.Type), Groups = Column(row => row.Group), Sections = Column(row => row.Section),
            Colours = Column(row => row.Colour), Patterns = Column(row => row.Pattern), Things = Column(row => row.Things),
            Prices = Column(row => row.Price), Ideas = Column(row => row.Idea), Called = Column(row => row.Name),
            Texts = Column(row => row.Text), Squares = Column(row => row.Squares),
            WithoutGarment = Column(row => (byte)(row.IsWithoutGarment ? 1 : 0)),
        };

        Column<T> Column<T>(Func<ColumnRow, T> number)
            where T : unmanaged => Columns.Column<T>.Of(rows.Count, place => number(rows[place]));
    }

    /// <summary>What is kept of the product at a place.</summary>
    public ColumnRow this[int place] => new(Ids[place], Matrix[place], Types[place], Groups[place], Sections[place], Colours[place],
        Patterns[place], Things[place], Prices[place], Ideas[place], Called[place], Texts[place], WithoutGarment[place] != 0);

    /// <summary>The columns after some products came, went or changed; shares what does not change.</summary>
    /// <param name="changed">What is new or changed.</param>
    /// <param name="removed">Ids of what went.</param>
    public CatalogColumns With(IReadOnlyList<ColumnRow> changed, IReadOnlyCollection<string> removed)
    {
        var order = NewOrder.Of(Ids, changed, removed);
        return new CatalogColumns
        {
            Facets = Facets,
            Ids = order.Before is null ? Ids : Ids.Arrange(order.Before, order.Changes.Select(change => (change.Place, change.Row.Id))),
            Matrix = order.Before is null ? Matrix.Replace(Vectors()) : Matrix.Arrange(order.Before, Vectors()),
            Types = Changed(Types, row => row.Type), Groups = Changed(Groups, row => row.Group),
            Sections = Changed(Sections, row => row.Section), Colours = Changed(Colours, row => row.Colour),
            Patterns = Changed(Patterns, row => row.Pattern), Things = Changed(Things, row => row.Things),
            Prices = Changed(Prices, row => row.Price), Ideas = Changed(Ideas, row => row.Idea), Called = Changed(Called, row => row.Name),
            Texts = Changed(Texts, row => row.Text), Squares = Changed(Squares, row => row.Squares),
            WithoutGarment = Changed(WithoutGarment, row => (byte)(row.IsWithoutGarment ? 1 : 0)),
        };

        IEnumerable<(int, ItemVector)> Vectors() => order.Changes.Select(change => (change.Place, change.Row.Vector));

        Column<T> Changed<T>(Column<T> column, Func<ColumnRow, T> number)
            where T : unmanaged, IEquatable<T>
        {
            if (order.Before is not null)
            {
                return column.Arrange(order.Before, [.. order.Changes.Select(change => (change.Place, number(change.Row)))]);
            }

            (int, T)[] other = [.. order.Changes.Select(change => (change.Place, number(change.Row)))
                .Where(change => !change.Item2.Equals(column[change.Place]))];
            return other.Length == 0 ? column : column.With(other);
        }
    }

    /// <summary>The names that stand in a column, each once, in the order of the products; without the empty one.</summary>
    public IEnumerable<string> Names(Column<int> column, Codes<string> texts)
    {
        var met = new bool[texts.Count];
        for (var place = 0; place < Count; place++)
        {
            if (!met[column[place]])
            {
                met[column[place]] = true;
                if (texts[column[place]] is { Length: > 0 } name)
                {
                    yield return name;
                }
            }
        }
    }

    /// <summary>The price at a place; null where unknown.</summary>
    public decimal? Price(int place) => Prices[place] is >= 0 and var code ? Facets.Prices[code] : null;

    /// <summary>Places of the products that are the same kind of thing as one (<see cref="KindOfThing"/>), rising.</summary>
    public IEnumerable<int> OfKind(Product like)
    {
        var (kind, group, type) = (KindOfThing.Of(like), Facets.Groups.TryFind(like.Group), Facets.Types.TryFind(like.Type));
        // What products are called is of few kinds, each of which is compared once.
        var (compared, shares) = (new bool[Facets.Things.Count], new bool?[Facets.Things.Count]);
        for (var place = 0; place < Count; place++)
        {
            if (Groups[place] != group || WithoutGarment[place] != 0)
            {
                continue;
            }

            var things = Things[place];
            if (!compared[things])
            {
                (compared[things], shares[things]) = (true, kind.SharesName(Facets.Things[things].Split(' ',
                    StringSplitOptions.RemoveEmptyEntries)));
            }

            if (shares[things] ?? (Types[place] == type))
            {
                yield return place;
            }
        }
    }
}
