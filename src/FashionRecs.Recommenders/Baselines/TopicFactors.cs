using System.Numerics.Tensors;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Baselines;

/// <summary>
/// Hidden factors as topics (McAuley, Leskovec: Hidden factors and hidden topics, RecSys 2013): a product's factors are also the topics of
/// its description, <c>θ_i = softmax(κ γ_i)</c>, so that text speaks for products that few have bought. Purchases say no ratings, so that
/// the factors learn by pairs as in BPR; topics of words are expected (EM) where the paper draws them.
/// </summary>
public sealed class TopicFactors(ShopProducts products, TopicFactorsOptions options) : IRecommender
{
    private const float StartSharpness = 1;
    private float[] customers = []; // (customers, topics)
    private float[] items = [];     // (products, topics)
    private float[] biases = [];
    private TopicModel? topics;

    /// <inheritdoc/>
    public string Name => "hft";

    /// <summary>How sharply factors become topics: κ, learned.</summary>
    public float Sharpness { get; private set; }

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history)
    {
        var random = new Random(options.Seed);
        customers = Factors.Start(history.Customers.Count * options.Topics, random);
        items = Factors.Start(products.Count * options.Topics, random);
        biases = new float[products.Count];
        topics = new TopicModel([.. products.Products.Select(product => product.Description)], options.Topics, options.RarestWord,
            random);
        Sharpness = StartSharpness;
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            PurchaseTriples.Draw(history, 1, random, Step);
            if (options.TextWeight > 0)
            {
                Read(topics);
            }
        }
    }

    /// <inheritdoc/>
    public void Score(CustomerHistory customer, Span<float> scores) =>
        Factors.Score(biases, customer.Index < 0 ? [] : Row(customers, customer.Index), items, scores);

    /// <summary>
    /// The words that a topic, 0 up, makes most likely over their chance in all texts; what a reason of this model can say.
    /// </summary>
    public IReadOnlyList<string> Words(int topic, int count) => topics?.Words(topic, count) ?? [];

    private void Step(int customer, int bought, int other)
    {
        var taste = Row(customers, customer);
        var wanted = Row(items, bought);
        var left = Row(items, other);
        var margin = biases[bought] - biases[other] + TensorPrimitives.Dot<float>(taste, wanted) - TensorPrimitives.Dot<float>(taste, left);
        var (factor, keep) = (options.Rate * Factors.Pull(margin), 1 - (options.Rate * options.Penalty));
        biases[bought] = (biases[bought] * keep) + factor;
        biases[other] = (biases[other] * keep) - factor;
        Factors.Step(taste, wanted, left, keep, factor);
    }

    /// <summary>One step of every product's factors and of κ towards the text, then the words of the topics anew.</summary>
    private void Read(TopicModel model)
    {
        var mixture = new float[options.Topics];
        var expected = new float[options.Topics];
        var sharpen = 0f;
        var read = 0;
        for (var item = 0; item < products.Count; item++)
        {
            var row = Row(items, item);
            TensorPrimitives.Multiply(row, Sharpness, mixture);
            TensorPrimitives.SoftMax<float>(mixture, mixture);
            if (!model.Expect(item, mixture, expected))
            {
                continue; // no text, no step: its purchases alone decide
            }

            TensorPrimitives.Subtract<float>(expected, mixture, expected);
            sharpen += TensorPrimitives.Dot<float>(row, expected);
            TensorPrimitives.MultiplyAdd(expected, options.Rate * options.TextWeight * Sharpness, row, row);
            read++;
        }

        Sharpness += read == 0 ? 0 : options.Rate * options.TextWeight * sharpen / read;
        model.Maximize();
    }

    private Span<float> Row(float[] matrix, int row) => Factors.Row(matrix, row, options.Topics);
}
