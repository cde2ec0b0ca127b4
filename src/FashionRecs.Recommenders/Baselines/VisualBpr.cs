using System.Numerics.Tensors;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Baselines;

/// <summary>
/// Matrix factorization with pictures (He, McAuley: VBPR, visual Bayesian personalized ranking from implicit feedback, AAAI 2016): the
/// score is <c>b_i + γ_u·γ_i + θ_u·(E f_i) + β·f_i</c>, learned so that a bought product comes before one that was not. The picture's
/// features f are the network's 512 in their 64 leading directions.
/// </summary>
/// <param name="pictures">Per product the picture's features, all 0 where there is no picture; (products, features).</param>
/// <param name="options">The settings.</param>
/// <param name="name">The name in reports.</param>
public sealed class VisualBpr(float[][] pictures, VisualBprOptions options, string name = "vbpr") : IRecommender
{
    private readonly int size = pictures[0].Length;
    private float[] customers = [];
    private float[] items = [];
    private float[] looks = [];      // (customers, visual factors): θ
    private float[] projection = []; // (visual factors, features): E
    private float[] liked = [];      // (features): β
    private float[] biases = [];
    private float[] seen = [];       // (products, visual factors): E f, filled after learning

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history)
    {
        var random = new Random(options.Seed);
        customers = Start(history.Customers.Count * options.Factors, random);
        items = Start(history.Products.Count * options.Factors, random);
        looks = Start(history.Customers.Count * options.VisualFactors, random);
        projection = Start(options.VisualFactors * size, random);
        liked = new float[size];
        biases = new float[history.Products.Count];
        PurchaseTriples.Draw(history, options.Epochs, random, Step);

        seen = new float[history.Products.Count * options.VisualFactors];
        for (var item = 0; item < history.Products.Count; item++)
        {
            Look(pictures[item], seen.AsSpan(item * options.VisualFactors, options.VisualFactors));
        }
    }

    /// <inheritdoc/>
    public void Score(CustomerHistory customer, Span<float> scores)
    {
        for (var item = 0; item < scores.Length; item++)
        {
            scores[item] = biases[item] + TensorPrimitives.Dot<float>(liked, pictures[item]);
            if (customer.Index >= 0)
            {
                scores[item] += TensorPrimitives.Dot<float>(Row(customers, customer.Index, options.Factors),
                    Row(items, item, options.Factors))
                    + TensorPrimitives.Dot<float>(Row(looks, customer.Index, options.VisualFactors),
                        Row(seen, item, options.VisualFactors));
            }
        }
    }

    private void Step(int customer, int bought, int other)
    {
        Span<float> difference = stackalloc float[size];
        TensorPrimitives.Subtract(pictures[bought], pictures[other], difference);
        Span<float> look = stackalloc float[options.VisualFactors];
        Look(difference, look);
        var taste = Row(customers, customer, options.Factors);
        var wanted = Row(items, bought, options.Factors);
        var left = Row(items, other, options.Factors);
        var eye = Row(looks, customer, options.VisualFactors);
        var margin = biases[bought] - biases[other] + TensorPrimitives.Dot<float>(taste, wanted) - TensorPrimitives.Dot<float>(taste, left)
            + TensorPrimitives.Dot<float>(eye, look) + TensorPrimitives.Dot<float>(liked, difference);
        var pull = 1 / (1 + MathF.Exp(margin));
        var (rate, keep) = (options.Rate, 1 - (options.Rate * options.Penalty));
        biases[bought] = (biases[bought] * keep) + (rate * pull);
        biases[other] = (biases[other] * keep) - (rate * pull);
        for (var factor = 0; factor < taste.Length; factor++)
        {
            var (t, w, l) = (taste[factor], wanted[factor], left[factor]);
            taste[factor] = (t * keep) + (rate * pull * (w - l));
            wanted[factor] = (w * keep) + (rate * pull * t);
            left[factor] = (l * keep) - (rate * pull * t);
        }

        for (var factor = 0; factor < eye.Length; factor++)
        {
            var line = projection.AsSpan(factor * size, size);
            TensorPrimitives.MultiplyAdd(difference, options.SharedRate * pull * eye[factor], line, line);
            eye[factor] = (eye[factor] * keep) + (rate * pull * look[factor]);
        }

        TensorPrimitives.MultiplyAdd(difference, options.SharedRate * pull, liked, liked);
    }

    /// <summary>E times a vector of features.</summary>
    private void Look(ReadOnlySpan<float> picture, Span<float> result)
    {
        for (var factor = 0; factor < result.Length; factor++)
        {
            result[factor] = TensorPrimitives.Dot(picture, projection.AsSpan(factor * size, size));
        }
    }

    private static Span<float> Row(float[] matrix, int row, int width) => matrix.AsSpan(row * width, width);

    private static float[] Start(int length, Random random) =>
        [.. Enumerable.Range(0, length).Select(_ => (random.NextSingle() - 0.5f) * 0.1f)];
}
