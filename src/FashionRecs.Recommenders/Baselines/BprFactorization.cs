using System.Numerics.Tensors;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Baselines;

/// <summary>
/// Matrix factorization that puts a bought product before one that was not (Rendle, Freudenthaler, Gantner, Schmidt-Thieme: BPR, Bayesian
/// personalized ranking from implicit feedback, UAI 2009), with a bias per product.
/// </summary>
public sealed class BprFactorization(BprOptions options) : IRecommender
{
    private float[] customers = [];
    private float[] items = [];
    private float[] biases = [];

    /// <inheritdoc/>
    public string Name => "bpr-mf";

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history)
    {
        var random = new Random(options.Seed);
        customers = Start(history.Customers.Count, random);
        items = Start(history.Products.Count, random);
        biases = new float[history.Products.Count];
        PurchaseTriples.Draw(history, options.Epochs, random, Step);
    }

    /// <inheritdoc/>
    public void Score(CustomerHistory customer, Span<float> scores) =>
        Factors.Score(biases, customer.Index < 0 ? [] : Row(customers, customer.Index), items, scores);

    private void Step(int customer, int bought, int other)
    {
        var taste = Row(customers, customer);
        var wanted = Row(items, bought);
        var left = Row(items, other);
        var margin = biases[bought] - biases[other] + TensorPrimitives.Dot<float>(taste, wanted) - TensorPrimitives.Dot<float>(taste, left);
        var pull = 1 / (1 + MathF.Exp(margin));
        biases[bought] += options.Rate * (pull - (options.Penalty * biases[bought]));
        biases[other] -= options.Rate * (pull + (options.Penalty * biases[other]));
        for (var factor = 0; factor < taste.Length; factor++)
        {
            var (t, w, l) = (taste[factor], wanted[factor], left[factor]);
            taste[factor] += options.Rate * ((pull * (w - l)) - (options.Penalty * t));
            wanted[factor] += options.Rate * ((pull * t) - (options.Penalty * w));
            left[factor] -= options.Rate * ((pull * t) + (options.Penalty * l));
        }
    }

    private Span<float> Row(float[] matrix, int row) => matrix.AsSpan(row * options.Factors, options.Factors);

    private float[] Start(int rows, Random random)
    {
        var matrix = new float[rows * options.Factors];
        for (var place = 0; place < matrix.Length; place++)
        {
            matrix[place] = (random.NextSingle() - 0.5f) * 0.1f;
        }

        return matrix;
    }
}
