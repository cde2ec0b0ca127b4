using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Application.Shop.Columns;

/// <summary>
/// Finds the products that differ least from one by the columns alone, to the last bit as <see cref="Counterfactual.Nearest"/> does by the
/// products: the squares of differences are the squares of both less twice their product, in whole quanta.
/// </summary>
internal static class NearestPlaces
{
    /// <summary>Quanta of squares in 1.</summary>
    private const int Quanta = ItemVector.Scale * ItemVector.Scale;

    /// <summary>Nearest first; equals in the order of the catalog.</summary>
    /// <param name="columns">The catalog.</param>
    /// <param name="places">Places of the products that come into question, rising.</param>
    /// <param name="like">The product, which is not among those found.</param>
    /// <param name="count">Products at most.</param>
    /// <param name="amounts">Amounts to be near to, in quanta of 2⁻⁷; null for those of the product.</param>
    public static int[] Of(CatalogColumns columns, IEnumerable<int> places, CatalogItem like, int count, byte[]? amounts = null)
    {
        var wanted = amounts ?? like.Vector.Quanta.ToArray();
        var squares = wanted.Sum(amount => amount * amount);
        var own = columns.Ids.IndexOf(like.Product.Id);
        var (type, colour) = (columns.Facets.Types.TryFind(like.Product.Type), columns.Facets.Colours.TryFind(like.Product.Colour));
        var nearest = new SmallestKeys(count, columns.Count);
        var (block, products) = (-1, new int[ItemMatrix.BlockSize]);
        foreach (var place in count > 0 ? places : [])
        {
            if (place == own)
            {
                continue;
            }

            if (place / ItemMatrix.BlockSize != block)
            {
                columns.Matrix.Multiply(block = place / ItemMatrix.BlockSize, wanted, products);
            }

            var differences = columns.Squares[place] + squares - (2 * products[place % ItemMatrix.BlockSize]);
            // What types and colours count are whole quanta, too; of equals the one that stands first is nearer.
            var facts = (int)(Counterfactual.OtherFacts(columns.Types[place] == type, columns.Colours[place] == colour) * Quanta);
            nearest.Add(((ulong)(facts + differences) << 32) | (uint)place);
        }

        return Array.ConvertAll(nearest.Sorted().ToArray(), key => (int)(uint)key);
    }
}
