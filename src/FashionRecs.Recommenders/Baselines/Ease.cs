using System.Numerics.Tensors;
using FashionRecs.Recommenders.LinearAlgebra;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Baselines;

/// <summary>
/// A linear model that predicts each product from the customer's others, solved in closed form
/// (Steck: Embarrassingly Shallow Autoencoders for Sparse Data, WWW 2019): with <c>P = (XᵀX + λI)⁻¹</c>
/// the weight from product i to product j is <c>−P_ij / P_jj</c>, and 0 from a product to itself.
/// </summary>
public sealed class Ease(EaseOptions options) : IRecommender
{
    private int[] column = [];
    private int[] kept = [];
    private float[] weights = [];

    public Ease()
        : this(new EaseOptions())
    {
    }

    /// <inheritdoc/>
    public string Name => "ease";

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history)
    {
        kept = [.. Enumerable.Range(0, history.Products.Count).Where(item => history.Buyers[item] >= options.MinBuyers)
            .OrderByDescending(item => history.Buyers[item]).Take(options.MostProducts).Order()];
        column = new int[history.Products.Count];
        Array.Fill(column, -1);
        for (var place = 0; place < kept.Length; place++)
        {
            column[kept[place]] = place;
        }

        var size = kept.Length;
        weights = new float[size * size];
        foreach (var customer in history.Customers)
        {
            var places = customer.Items.Select(item => column[item]).Where(place => place >= 0).ToArray();
            foreach (var row in places)
            {
                foreach (var place in places)
                {
                    weights[(row * size) + place]++;
                }
            }
        }

        for (var place = 0; place < size; place++)
        {
            weights[(place * size) + place] += options.Lambda;
        }

        SymmetricInverse.Invert(weights, size);
        var scale = new float[size];
        for (var place = 0; place < size; place++)
        {
            scale[place] = -1 / weights[(place * size) + place];
        }

        for (var row = 0; row < size; row++)
        {
            var line = weights.AsSpan(row * size, size);
            TensorPrimitives.Multiply(line, scale, line);
            line[row] = 0;
        }
    }

    /// <inheritdoc/>
    public void Score(CustomerHistory customer, Span<float> scores)
    {
        scores.Clear();
        for (var place = 0; place < customer.Items.Length; place++)
        {
            AddFrom(customer.Items[place], 1, scores);
        }
    }

    /// <summary>Adds <paramref name="factor"/> times the weights from one bought product to all products.</summary>
    public void AddFrom(int item, float factor, Span<float> scores)
    {
        if (column[item] < 0)
        {
            return;
        }

        var line = weights.AsSpan(column[item] * kept.Length, kept.Length);
        for (var place = 0; place < kept.Length; place++)
        {
            scores[kept[place]] += factor * line[place];
        }
    }

    /// <summary>The weight from a bought product to another; 0 where either was bought too rarely.</summary>
    public float Weight(int from, int to) => column[from] < 0 || column[to] < 0 ? 0 : weights[(column[from] * kept.Length) + column[to]];
}
