using System.Numerics.Tensors;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Features;

/// <summary>
/// A place of few numbers per product. The space spans the leading directions of who buys what, popular products and large baskets weighing
/// less; found by subspace iteration (Cremonesi, Koren, Turrin: PureSVD, RecSys 2010; Halko, Martinsson, Tropp: Finding structure with
/// randomness, 2011). Several shares may read one space.
/// </summary>
/// <param name="size"> Numbers per product: few tell broad tastes apart and reach rarely bought products, many tell single looks apart.
/// With fewer customers who bought two products than numbers, a space would only learn them by heart; then it says nothing. </param>
public sealed class PureSvdEmbedding(int size)
{
    private const int Rounds = 6;
    private const int Seed = 1;
    private const float Shrinkage = 5;
    private PurchaseHistory? learned;
    private float[][] places = [];

    /// <summary>Numbers per product.</summary>
    public int Size => size;

    /// <summary>The place of a product, of length 1 or little less, or 0 where nothing is known; (size).</summary>
    public ReadOnlySpan<float> this[int product] => places[product];

    /// <summary>Learns from purchases; from the same ones only once.</summary>
    public void Fit(PurchaseHistory history)
    {
        if (ReferenceEquals(learned, history))
        {
            return;
        }

        learned = history;
        if (history.Customers.Count(customer => customer.Items.Length > 1) < size)
        {
            places = [.. history.Buyers.Select(_ => new float[size])];
            return;
        }

        var random = new Random(Seed);
        var weights = Array.ConvertAll(history.Buyers, buyers => 1 / MathF.Sqrt(buyers + Shrinkage));
        places = [.. weights.Select(_ => Enumerable.Range(0, size).Select(_ => random.NextSingle() - 0.5f).ToArray())];
        for (var round = 0; round < Rounds; round++)
        {
            places = Multiply(history, weights, places);
            Orthonormalize(places);
        }

        foreach (var place in places)
        {
            // Products with few buyers lie near the origin and stay there.
            TensorPrimitives.Divide(place, TensorPrimitives.Norm<float>(place) + 0.01f, place);
        }
    }

    /// <summary>Products' places times the weighted counts of common buyers, without forming that matrix; (products, size).</summary>
    private float[][] Multiply(PurchaseHistory history, float[] weights, float[][] places)
    {
        var result = Array.ConvertAll(places, _ => new float[size]);
        var basket = new float[size];
        foreach (var customer in history.Customers.Where(customer => customer.Items.Length > 1))
        {
            Array.Clear(basket);
            foreach (var item in customer.Items)
            {
                TensorPrimitives.MultiplyAdd(places[item], weights[item], basket, basket);
            }

            foreach (var item in customer.Items)
            {
                TensorPrimitives.MultiplyAdd(basket, weights[item] / MathF.Sqrt(customer.Items.Length), result[item], result[item]);
            }
        }

        return result;
    }

    /// <summary>Modified Gram–Schmidt over the columns; a column without length becomes 0.</summary>
    private void Orthonormalize(float[][] rows)
    {
        for (var column = 0; column < size; column++)
        {
            var length = Math.Sqrt(rows.Sum(row => (double)row[column] * row[column]));
            var scale = length > 1e-12 ? (float)(1 / length) : 0;
            foreach (var row in rows)
            {
                row[column] *= scale;
            }

            var overlap = new double[size];
            foreach (var row in rows)
            {
                for (var later = column + 1; later < size; later++)
                {
                    overlap[later] += (double)row[column] * row[later];
                }
            }

            foreach (var row in rows)
            {
                for (var later = column + 1; later < size; later++)
                {
                    row[later] -= (float)overlap[later] * row[column];
                }
            }
        }
    }
}
