using System.Numerics.Tensors;
using FashionRecs.Domain.Catalog;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Baselines;

/// <summary>
/// Explicit factors (Zhang, Lai, Zhang, Zhang, Liu, Ma: Explicit factor models for explainable recommendation based on phrase-level
/// sentiment analysis, SIGIR 2014), with the values of the vocabulary as the features. Attention X of a customer to a value grows with the
/// products they bought that show it, quality Y of a product in a value it shows with its buyers, both from 1 to 5; together with the
/// purchases A (5 where bought) they are factorized into numbers of at least 0: <c>X ≈ U₁Vᵀ, Y ≈ U₂Vᵀ, A ≈ U₁U₂ᵀ + H₁H₂ᵀ</c>. The score is
/// <c>share · Σ x̂ ŷ / (5 · values) + (1 − share) · â</c> over the customer's values of highest attention.
/// </summary>
/// <param name="vectors">Per product what it shows of every value; (products, values).</param>
public sealed class ExplicitFactors(IReadOnlyList<ItemVector> vectors, ExplicitFactorsOptions options) : IExplainedRecommender
{
    /// <summary>The highest rating; attention and quality have the same scale.</summary>
    private const float Best = 5;

    private readonly int values = vectors[0].Length;
    private ExplicitFactorTables tables = ExplicitFactorTables.Empty;

    /// <inheritdoc/>
    public string Name => "efm";

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history)
    {
        var attention = new float[history.Customers.Count * values];
        foreach (var customer in history.Customers)
        {
            var row = Factors.Row(attention, customer.Index, values);
            foreach (var item in customer.Items)
            {
                for (var value = 0; value < values; value++)
                {
                    row[value] += vectors[item][value];
                }
            }

            for (var value = 0; value < values; value++)
            {
                row[value] = Attention(row[value]);
            }
        }

        var quality = new float[vectors.Count * values];
        for (var item = 0; item < vectors.Count; item++)
        {
            for (var value = 0; value < values; value++)
            {
                quality[(item * values) + value] = vectors[item].Quanta[value] == 0 ? 0 : Quality(history.Buyers[item]);
            }
        }

        tables = ExplicitFactorTables.Learn(history, attention, quality, Best, options);
    }

    /// <summary>Whether a product shows a value, both by their places.</summary>
    public bool Shows(int item, int value) => vectors[item].Quanta[value] > 0;

    /// <summary>Attention of a customer who bought a value so many times: 0 for never, else from 1 to 5.</summary>
    public static float Attention(float times) => times <= 0 ? 0 : 1 + ((Best - 1) * ((2 / (1 + MathF.Exp(-times))) - 1));

    /// <summary>Quality of a product in a value it shows, by its buyers: from 3 for none to 5.</summary>
    public static float Quality(int buyers) => 1 + ((Best - 1) / (1 + MathF.Exp(-buyers)));

    /// <inheritdoc/>
    public void Score(CustomerHistory customer, Span<float> scores)
    {
        tables.Purchases(customer.Index, scores);
        TensorPrimitives.Multiply(scores, 1 - options.Share, scores);
        var weights = new float[values];
        foreach (var (value, weight) in Asked(customer))
        {
            weights[value] = weight;
        }

        tables.AddQualities(weights, scores);
    }

    /// <summary>What each value adds to every product's score: attention × quality, 0 outside the customer's values; (values,
    /// products).</summary>
    public float[][] Shares(CustomerHistory customer)
    {
        var shares = Enumerable.Range(0, values).Select(_ => new float[vectors.Count]).ToArray();
        var weights = new float[values];
        foreach (var (value, weight) in Asked(customer))
        {
            Array.Clear(weights);
            weights[value] = weight;
            tables.AddQualities(weights, shares[value]);
        }

        return shares;
    }

    /// <summary>The values that a customer's score looks at, with what a unit of quality in each adds.</summary>
    private IEnumerable<(int Value, float Weight)> Asked(CustomerHistory customer)
    {
        var attention = tables.Attention(customer.Index);
        return Enumerable.Range(0, values).OrderByDescending(value => attention[value]).Take(options.Values)
            .Select(value => (value, options.Share * attention[value] / (options.Values * Best)));
    }
}
