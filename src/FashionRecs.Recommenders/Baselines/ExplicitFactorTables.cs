using System.Numerics.Tensors;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Baselines;

/// <summary>
/// The tables of <see cref="ExplicitFactors"/> and how they are learned: multiplicative updates, which keep every number at 0 or above
/// (Lee, Seung: Algorithms for non-negative matrix factorization, NIPS 2000). Customers' and products' rows hold the shared factors first,
/// then the hidden ones.
/// </summary>
/// <param name="Customers">(customers and the average one, width).</param>
/// <param name="Items">(products, width).</param>
/// <param name="Words">(values, shared factors).</param>
/// <param name="Width">Shared and hidden factors.</param>
/// <param name="Shared">Shared factors.</param>
internal sealed record ExplicitFactorTables(float[] Customers, float[] Items, float[] Words, int Width, int Shared)
{
    private const float Least = 1e-9f;

    public static ExplicitFactorTables Empty { get; } = new([], [], [], 1, 1);

    /// <param name="attention">(customers, values).</param>
    /// <param name="quality">(products, values).</param>
    /// <param name="rating">What a purchase counts.</param>
    public static ExplicitFactorTables Learn(PurchaseHistory history, float[] attention, float[] quality, float rating,
        ExplicitFactorsOptions options)
    {
        var (width, shared, count) = (options.Explicit + options.Hidden, options.Explicit, history.Customers.Count);
        var random = new Random(options.Seed);
        var customers = Positive((count + 1) * width);
        var items = Positive(history.Buyers.Length * width);
        var words = Positive(attention.Length / count * shared);
        for (var round = 0; round < options.Rounds; round++)
        {
            var bought = new float[customers.Length];
            Array.ForEach([.. history.Customers], customer => Array.ForEach(customer.Items, item =>
                Factors.Move(Factors.Row(bought, customer.Index, width), 1, Factors.Row(items, item, width), rating)));
            Update(customers, bought, items, attention, words, options.AttentionWeight, options, count);

            bought = new float[items.Length];
            Array.ForEach([.. history.Customers], customer => Array.ForEach(customer.Items, item =>
                Factors.Move(Factors.Row(bought, item, width), 1, Factors.Row(customers, customer.Index, width), rating)));
            Update(items, bought, customers, quality, words, options.QualityWeight, options, history.Buyers.Length);
            Rename(words, (customers, attention, options.AttentionWeight, count), (items, quality, options.QualityWeight,
                history.Buyers.Length), options);
        }

        var average = Factors.Row(customers, count, width);
        average.Clear();
        for (var customer = 0; customer < count; customer++)
        {
            Factors.Move(average, 1, Factors.Row(customers, customer, width), 1f / count);
        }

        return new ExplicitFactorTables(customers, items, words, width, shared);

        float[] Positive(int length) => [.. Enumerable.Range(0, length).Select(_ => 0.05f + (0.1f * random.NextSingle()))];
    }

    /// <summary>Estimated purchases of a customer, −1 for the average one; one place per product.</summary>
    public void Purchases(int customer, Span<float> scores) => Factors.Project(Items, Customer(customer), scores);

    /// <summary>Estimated attention of a customer to every value; (values).</summary>
    public float[] Attention(int customer)
    {
        var attention = new float[Words.Length / Shared];
        Factors.Project(Words, Customer(customer)[..Shared], attention);
        return attention;
    }

    /// <summary>Adds the estimated qualities of every product, weighed by value; one place per product.</summary>
    /// <param name="weights">(values).</param>
    public void AddQualities(ReadOnlySpan<float> weights, Span<float> scores)
    {
        var direction = new float[Shared];
        for (var value = 0; value < weights.Length; value++)
        {
            Factors.Move(direction, 1, Factors.Row(Words, value, Shared), weights[value]);
        }

        for (var item = 0; item < scores.Length; item++)
        {
            scores[item] += TensorPrimitives.Dot<float>(Factors.Row(Items, item, Width)[..Shared], direction);
        }
    }

    private Span<float> Customer(int index) => Factors.Row(Customers, index < 0 ? (Customers.Length / Width) - 1 : index, Width);

    /// <summary>One multiplicative update of the customers' or products' rows.</summary>
    private static void Update(float[] rows, float[] bought, float[] others, float[] said, float[] words, float weight,
        ExplicitFactorsOptions options, int count)
    {
        var (width, shared) = (options.Explicit + options.Hidden, options.Explicit);
        var curvature = Gram(others, width, width, others.Length / width);
        var wordCurvature = Gram(words, shared, shared, words.Length / shared);
        var values = words.Length / shared;
        var below = new float[width];
        var belowWords = new float[shared];
        for (var row = 0; row < count; row++)
        {
            var numbers = Factors.Row(rows, row, width);
            var above = Factors.Row(bought, row, width);
            for (var value = 0; value < values; value++)
            {
                if (said[(row * values) + value] is > 0 and var amount)
                {
                    Factors.Move(above[..shared], 1, Factors.Row(words, value, shared), weight * amount);
                }
            }

            Factors.Project(curvature, numbers, below);
            Factors.Project(wordCurvature, numbers[..shared], belowWords);
            TensorPrimitives.MultiplyAdd(belowWords, weight, below.AsSpan(0, shared), below.AsSpan(0, shared));
            Scale(numbers, above, below, options.Penalty);
        }
    }

    /// <summary>One multiplicative update of the values' rows.</summary>
    private static void Rename(float[] words, (float[] Rows, float[] Said, float Weight, int Count) customers,
        (float[] Rows, float[] Said, float Weight, int Count) items, ExplicitFactorsOptions options)
    {
        var (width, shared) = (options.Explicit + options.Hidden, options.Explicit);
        var values = words.Length / shared;
        var above = new float[words.Length];
        var curvature = new float[shared * shared];
        foreach (var (rows, said, weight, count) in new[] { customers, items })
        {
            Factors.Move(curvature, 1, Gram(rows, width, shared, count), weight);
            for (var row = 0; row < count; row++)
            {
                for (var value = 0; value < values; value++)
                {
                    if (said[(row * values) + value] is > 0 and var amount)
                    {
                        Factors.Move(Factors.Row(above, value, shared), 1, Factors.Row(rows, row, width)[..shared], weight * amount);
                    }
                }
            }
        }

        var below = new float[shared];
        for (var value = 0; value < values; value++)
        {
            Factors.Project(curvature, Factors.Row(words, value, shared), below);
            Scale(Factors.Row(words, value, shared), Factors.Row(above, value, shared), below, options.Penalty);
        }
    }

    private static void Scale(Span<float> numbers, ReadOnlySpan<float> above, ReadOnlySpan<float> below, float penalty)
    {
        for (var place = 0; place < numbers.Length; place++)
        {
            numbers[place] *= MathF.Sqrt(above[place] / (below[place] + (penalty * numbers[place]) + Least));
        }
    }

    /// <summary>The sums of products of a table's leading columns; (kept, kept).</summary>
    private static float[] Gram(float[] rows, int width, int kept, int count)
    {
        var gram = new float[kept * kept];
        for (var row = 0; row < count; row++)
        {
            var numbers = Factors.Row(rows, row, width)[..kept];
            for (var line = 0; line < kept; line++)
            {
                Factors.Move(Factors.Row(gram, line, kept), 1, numbers, numbers[line]);
            }
        }

        return gram;
    }
}
