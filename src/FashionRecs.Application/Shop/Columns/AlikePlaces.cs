using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Application.Shop.Columns;

/// <summary>
/// The products that another one is compared with, which are the same kind of thing: nobody who looks at jeans asks for tights. Of a
/// catalog in memory those are all; of a larger one those that come nearest by the columns. Safe to share between threads.
/// </summary>
internal sealed class AlikePlaces(CatalogSnapshot catalog)
{
    /// <summary>Products of a large catalog that are read to answer what somebody asked.</summary>
    private const int Asked = 96;

    /// <summary>Products that are read for what stands on a page anyway, at least.</summary>
    private const int Shown = 32;

    /// <summary>Products that are read to know whether a change of length could be asked for.</summary>
    private const int Tried = 4;

    /// <summary>Products that are compared by their columns alone.</summary>
    private const int Near = 4_096;

    private Compared? compared;

    /// <summary>Those nearest to a product.</summary>
    /// <param name="like">The product, which may be among them.</param>
    /// <param name="count">How many are wanted at least.</param>
    public IEnumerable<CatalogItem> To(CatalogItem like, int count) =>
        catalog.IsHeld ? All(like) : catalog.At([.. Nearest(like).Take(Math.Max(Shown, 2 * count))]);

    /// <summary>Those nearest to a product that have other colours, or of a catalog in memory all.</summary>
    public IEnumerable<CatalogItem> OfOtherColours(CatalogItem like)
    {
        if (catalog.IsHeld)
        {
            return All(like);
        }

        var columns = catalog.Columns;
        var (own, none) = (columns.Facets.Colours.TryFind(like.Product.Colour), columns.Facets.Colours.TryFind(""));
        return catalog.At([.. Nearest(like).Where(place => columns.Colours[place] != own && columns.Colours[place] != none).Take(Shown)]);
    }

    /// <summary>Those that may have a value, and are like a product in all else.</summary>
    public IEnumerable<CatalogItem> With(CatalogItem like, AttributeValue value)
    {
        if (catalog.IsHeld)
        {
            return All(like);
        }

        var wanted = like.Vector.Quanta.ToArray();
        foreach (var other in value.Attribute.Values)
        {
            wanted[other.Index] = other == value ? (byte)ItemVector.Scale : (byte)0;
        }

        return catalog.At(NearestPlaces.Of(catalog.Columns,
            catalog.Columns.OfKind(like.Product).Where(place => catalog.Matrix.Quanta(place, value.Index) > 0), like, Asked, wanted));
    }

    /// <summary>Those that may be longer, or shorter, and are like a product in all else.</summary>
    public IEnumerable<CatalogItem> With(CatalogItem like, LengthChange change) => catalog.IsHeld ? All(like)
        : catalog.At(NearestPlaces.Of(catalog.Columns,
            Beyond(like, change, catalog.Columns.OfKind(like.Product), ItemVector.Unsaid * Visibility.Shown), like, Asked));

    /// <summary>A few of them for each of some changes, read together, to know whether there are any.</summary>
    public IReadOnlyDictionary<LengthChange, IEnumerable<CatalogItem>> FewWith(CatalogItem like, IReadOnlyList<LengthChange> changes)
    {
        if (catalog.IsHeld)
        {
            return changes.ToDictionary(change => change, _ => All(like));
        }

        var places = changes.ToDictionary(change => change,
            change => Beyond(like, change, Nearest(like), Visibility.Shown).Take(Tried).ToArray());
        var read = catalog.Placed([.. places.Values.SelectMany(few => few).Distinct()])
            .ToDictionary(found => found.Place, found => found.Item);
        return places.ToDictionary(few => few.Key,
            IEnumerable<CatalogItem> (few) => few.Value.Where(read.ContainsKey).Select(place => read[place]));
    }

    /// <summary>The values that "like this, but with …" can offer.</summary>
    /// <param name="like">The product.</param>
    /// <param name="seen">A product as it is to the shopper.</param>
    /// <param name="perAttribute">Values at most per attribute.</param>
    public IReadOnlyList<AttributeValue> Offers(CatalogItem like, Func<CatalogItem, CatalogItem> seen, int perAttribute)
    {
        if (catalog.IsHeld)
        {
            return Counterfactual.Offers(All(like).Select(seen), seen(like), perAttribute);
        }

        var columns = catalog.Columns;
        var (type, colour) = (columns.Facets.Types.TryFind(like.Product.Type), columns.Facets.Colours.TryFind(like.Product.Colour));
        return Counterfactual.Offers(Nearest(like).Select(place => (columns.Matrix[place],
            Counterfactual.OtherFacts(columns.Types[place] == type, columns.Colours[place] == colour))), seen(like), perAttribute);
    }

    private IEnumerable<CatalogItem> All(CatalogItem like) => catalog.Columns.OfKind(like.Product).Select(place => catalog.Items[place]);

    private int[] Nearest(CatalogItem like)
    {
        // A page asks several times about one product.
        var known = Volatile.Read(ref compared);
        if (known?.Like != like)
        {
            known = new Compared(like, NearestPlaces.Of(catalog.Columns, catalog.Columns.OfKind(like.Product), like, Near));
            Volatile.Write(ref compared, known);
        }

        return known.Places;
    }

    /// <summary>Places whose products have at least so much of what lies beyond what a product shows of a length.</summary>
    private IEnumerable<int> Beyond(CatalogItem like, LengthChange change, IEnumerable<int> places, float least)
    {
        var values = change.Attribute.VisibleValues;
        var own = values.MaxBy(value => like.Vector[value.Index]);
        int[] beyond = own is null ? [] : [.. values
            .Where(value => change.Longer ? value.Position > own.Position : value.Position < own.Position).Select(value => value.Index)];
        return places.Where(place => beyond.Sum(value => catalog.Matrix.Quanta(place, value)) >= least * ItemVector.Scale);
    }

    private sealed record Compared(CatalogItem Like, int[] Places);
}
