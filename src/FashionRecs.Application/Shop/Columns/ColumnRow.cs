using FashionRecs.Application.Shop.Search;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Application.Shop.Columns;

/// <summary>What is kept in memory of every product.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Vector">The product in the space of words.</param>
/// <param name="Type">Number of its type (<see cref="CatalogFacets"/>); likewise the others.</param>
/// <param name="Group">Number of its group.</param>
/// <param name="Section">Number of its section.</param>
/// <param name="Colour">Number of its colour.</param>
/// <param name="Pattern">Number of its pattern.</param>
/// <param name="Things">Number of what it is called.</param>
/// <param name="Price">Number of its price, or −1 where unknown.</param>
/// <param name="Idea">What two colours of one garment have in common, hashed.</param>
/// <param name="Name">Its name, hashed.</param>
/// <param name="Text">What the search for words reads of it, hashed.</param>
/// <param name="IsWithoutGarment">As in <see cref="CatalogItem"/>.</param>
internal readonly record struct ColumnRow(string Id, ItemVector Vector, int Type, int Group, int Section, int Colour, int Pattern,
    int Things, int Price, ulong Idea, uint Name, uint Text, bool IsWithoutGarment)
{
    /// <summary>Sum of the squares of its amounts, in quanta of 2⁻¹⁴.</summary>
    public int Squares
    {
        get
        {
            var squares = 0;
            foreach (var amount in Vector.Quanta)
            {
                squares += amount * amount;
            }

            return squares;
        }
    }

    /// <summary>What is kept of a product.</summary>
    public static ColumnRow Of(CatalogItem item, CatalogFacets facets)
    {
        var product = item.Product;
        return new(product.Id, item.Vector, facets.Types.Of(product.Type), facets.Groups.Of(product.Group),
            facets.Sections.Of(product.Section), facets.Colours.Of(product.Colour), facets.Patterns.Of(product.Pattern),
            facets.Things.Of(string.Join(' ', KindOfThing.Names(product).Order(StringComparer.Ordinal))),
            product.Price is { } price ? facets.Prices.Of(price) : -1, StableHash.Of(product.Idea), (uint)StableHash.Of(product.Name),
            (uint)StableHash.Of($"{product.Name}\n{TextSegment.TextOf(item)}"), item.IsWithoutGarment);
    }
}
