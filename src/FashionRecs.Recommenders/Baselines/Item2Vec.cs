using System.Numerics.Tensors;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Baselines;

/// <summary>
/// Products as words and baskets as sentences without order: skip-grams with negative samples (Barkan, Koenigstein: Item2Vec, neural item
/// embedding for collaborative filtering, MLSP 2016). A product's score is the sum of its cosines with the customer's products.
/// </summary>
public sealed class Item2Vec(Item2VecOptions options) : IRecommender
{
    private float[] words = [];    // (products, factors)
    private float[] contexts = []; // (products, factors)

    /// <inheritdoc/>
    public string Name => "item2vec";

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history)
    {
        var random = new Random(options.Seed);
        words = Factors.Start(history.Products.Count * options.Factors, random, 0.5f / options.Factors);
        contexts = new float[words.Length];
        var buyers = Array.ConvertAll(history.Buyers, count => count >= options.MinBuyers ? count : 0);
        int[][] baskets = [.. history.Customers.Select(customer => Array.FindAll(customer.Items, item => buyers[item] > 0))
            .Where(basket => basket.Length > 1)];
        var drawn = Cumulated(buyers);
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            var rate = options.Rate * (1 - (0.9f * epoch / options.Epochs));
            random.Shuffle(baskets);
            foreach (var basket in baskets)
            {
                Learn(basket, drawn, rate, random);
            }
        }

        for (var item = 0; item < history.Products.Count; item++)
        {
            var word = Word(item);
            var length = buyers[item] == 0 ? 0 : TensorPrimitives.Norm<float>(word);
            TensorPrimitives.Multiply(word, length > 0 ? 1 / length : 0, word); // of what few bought nothing is known
        }
    }

    /// <inheritdoc/>
    public void Score(CustomerHistory customer, Span<float> scores)
    {
        var sum = new float[options.Factors];
        foreach (var item in customer.Items)
        {
            TensorPrimitives.Add(sum, Word(item), sum);
        }

        Factors.Project(words, sum, scores);
    }

    /// <summary>A product's place once learned: length 1, or 0 where too few bought it.</summary>
    public ReadOnlySpan<float> this[int item] => Word(item);

    private void Learn(int[] basket, double[] drawn, float rate, Random random)
    {
        foreach (var item in basket)
        {
            for (var turn = 0; turn < Math.Min(options.Window, basket.Length - 1); turn++)
            {
                var partner = basket[random.Next(basket.Length)];
                if (partner == item)
                {
                    continue;
                }

                Step(item, partner, 1, rate);
                for (var negative = 0; negative < options.Negatives; negative++)
                {
                    var place = Array.BinarySearch(drawn, random.NextDouble() * drawn[^1]);
                    var other = Math.Min(place < 0 ? ~place : place, drawn.Length - 1);
                    if (other != partner)
                    {
                        Step(item, other, 0, rate);
                    }
                }
            }
        }
    }

    private void Step(int item, int other, int together, float rate)
    {
        var word = Word(item);
        var context = Factors.Row(contexts, other, options.Factors);
        var factor = rate * (together - 1 + Factors.Pull(TensorPrimitives.Dot<float>(word, context)));
        for (var place = 0; place < word.Length; place++)
        {
            var before = word[place];
            word[place] += factor * context[place];
            context[place] += factor * before;
        }
    }

    private double[] Cumulated(int[] buyers)
    {
        var sum = 0.0;
        return Array.ConvertAll(buyers, count => sum += count == 0 ? 0 : Math.Pow(count, options.Power));
    }

    private Span<float> Word(int item) => Factors.Row(words, item, options.Factors);
}
