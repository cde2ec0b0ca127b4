using System.Numerics.Tensors;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Baselines;

/// <summary>
/// Style is what a picture shows beyond its category (Liu, Wu, Wang: DeepStyle, learning user preferences for visual recommendation, SIGIR
/// 2017): the score is <c>b_i + p_u·(E f_i − l_c(i) + q_i)</c> with picture features f and a learned vector l per category, learned by
/// pairs of a bought product and one that was not. The bias b is VBPR's; the paper has none.
/// </summary>
/// <param name="pictures">Per product the picture's features, all 0 where there is no picture; (products, features).</param>
/// <param name="categories">Per product the number of its category, 0 up.</param>
public sealed class DeepStyle(float[][] pictures, int[] categories, DeepStyleOptions options) : IRecommender
{
    private float[] customers = [];  // (customers, factors): p
    private float[] items = [];      // (products, factors): q; after learning E f − l + q
    private float[] kinds = [];      // (categories, factors): l
    private float[] projection = []; // (factors, features): E
    private float[] biases = [];

    /// <inheritdoc/>
    public string Name => "deepstyle";

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history)
    {
        var random = new Random(options.Seed);
        customers = Factors.Start(history.Customers.Count * options.Factors, random);
        items = Factors.Start(history.Products.Count * options.Factors, random);
        kinds = new float[(categories.Max() + 1) * options.Factors];
        projection = Factors.Start(options.Factors * pictures[0].Length, random);
        biases = new float[history.Products.Count];
        PurchaseTriples.Draw(history, options.Epochs, random, Step);
        for (var item = 0; item < pictures.Length; item++)
        {
            var style = new float[options.Factors];
            Style(item, style);
            style.CopyTo(Row(items, item));
        }
    }

    /// <inheritdoc/>
    public void Score(CustomerHistory customer, Span<float> scores) =>
        Factors.Score(biases, customer.Index < 0 ? [] : Row(customers, customer.Index), items, scores);

    /// <summary>Category vectors l after learning; (categories, factors).</summary>
    public IReadOnlyList<float> Kinds => kinds;

    private void Step(int customer, int bought, int other)
    {
        Span<float> wanted = stackalloc float[options.Factors];
        Span<float> left = stackalloc float[options.Factors];
        Style(bought, wanted);
        Style(other, left);
        TensorPrimitives.Subtract(wanted, left, wanted);
        var taste = Row(customers, customer);
        var pull = Factors.Pull(biases[bought] - biases[other] + TensorPrimitives.Dot<float>(taste, wanted));
        var (rate, shared, keep) = (options.Rate * pull, options.SharedRate * pull, 1 - (options.Rate * options.Penalty));
        biases[bought] = (biases[bought] * keep) + rate;
        biases[other] = (biases[other] * keep) - rate;
        Factors.Move(Row(items, bought), keep, taste, rate);
        Factors.Move(Row(items, other), keep, taste, -rate);
        if (categories[bought] != categories[other])
        {
            var sharedKeep = 1 - (options.SharedRate * options.Penalty);
            Factors.Move(Row(kinds, categories[bought]), sharedKeep, taste, -shared);
            Factors.Move(Row(kinds, categories[other]), sharedKeep, taste, shared);
        }

        Span<float> difference = stackalloc float[pictures[bought].Length];
        TensorPrimitives.Subtract(pictures[bought], pictures[other], difference);
        for (var factor = 0; factor < taste.Length; factor++)
        {
            var line = Factors.Row(projection, factor, difference.Length);
            TensorPrimitives.MultiplyAdd(difference, shared * taste[factor], line, line);
        }

        Factors.Move(taste, keep, wanted, rate);
    }

    /// <summary>E f − l + q.</summary>
    private void Style(int item, Span<float> style)
    {
        Factors.Project(projection, pictures[item], style);
        TensorPrimitives.Subtract(style, Row(kinds, categories[item]), style);
        TensorPrimitives.Add(style, Row(items, item), style);
    }

    private Span<float> Row(float[] matrix, int row) => Factors.Row(matrix, row, options.Factors);
}
