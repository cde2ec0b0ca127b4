using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Application.Shop.Columns;

/// <summary>
/// Finds the products that differ least from one by the columns alone, to the last bit as <see cref="Counterfactual.Nearest"/> does by the
/// products: the squares of differences are the squares of both less twice their product, in whole quanta.
/// </summary>
internal static class NearestPlaces
{
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
        var farthestFirst = Comparer<(double Distance, int Place)>.Create((one, other) => other.CompareTo(one));
        var nearest = new PriorityQueue<int, (double Distance, int Place)>(farthestFirst);
        var (block, products, worst) = (-1, new int[ItemMatrix.BlockSize], double.PositiveInfinity);
        foreach (var place in count > 0 ? places : [])
        {
            if (place / ItemMatrix.BlockSize != block)
            {
                columns.Matrix.Multiply(block = place / ItemMatrix.BlockSize, wanted, products);
            }

            var differences = columns.Squares[place] + squares - (2 * products[place % ItemMatrix.BlockSize]);
            var distance = Counterfactual.OtherFacts(columns.Types[place] == type, columns.Colours[place] == colour)
                + (differences / (double)(ItemVector.Scale * ItemVector.Scale));
            // Of equals the one that stands first was met first.
            if (distance >= worst || place == own)
            {
                continue;
            }

            if (nearest.Count < count)
            {
                nearest.Enqueue(place, (distance, place));
            }
            else
            {
                nearest.EnqueueDequeue(place, (distance, place));
            }

            worst = nearest.Count == count && nearest.TryPeek(out _, out var last) ? last.Distance : worst;
        }

        var found = new int[nearest.Count];
        for (var at = found.Length - 1; at >= 0; at--)
        {
            found[at] = nearest.Dequeue();
        }

        return found;
    }
}
