using System.Numerics.Tensors;
using System.Text.RegularExpressions;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Features;

/// <summary>
/// The words of texts about the products, weighed by their rarity, and how alike two products' texts are: the cosine of their words
/// (Salton, Buckley: Term-weighting approaches in automatic text retrieval, 1988), on the scale of the shop where its weight was learned.
/// Where a shop's texts are all of one pattern, cosines spread several times as wide and would drown everything else; there they are scaled
/// down, so that one standard deviation counts as it did. Immutable.
/// </summary>
public sealed partial class ProductTerms
{
    /// <summary>A word in more than this share of the products says nothing.</summary>
    private const double TooCommon = 0.3;

    /// <summary>Products whose likeness to all others is looked at for <see cref="Spread"/>.</summary>
    private const int Looked = 100;

    private readonly (int Word, float Weight)[][] byProduct;
    private readonly List<(int Product, float Weight)>[] byWord;

    /// <param name="products">The products.</param>
    /// <param name="about">The text about a product, for example its name and description.</param>
    /// <param name="learned">The <see cref="Spread"/> where the weight of these likenesses was learned, above 0; infinite for none.</param>
    public ProductTerms(ShopProducts products, Func<ListedProduct, string> about, double learned = double.PositiveInfinity)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var texts = products.Products.Select(product => Words(about(product))
            .Select(word => numbers.TryGetValue(word, out var number) ? number : numbers[word] = numbers.Count).ToArray()).ToArray();
        var count = new int[numbers.Count];
        foreach (var word in texts.SelectMany(text => text))
        {
            count[word]++;
        }

        byWord = [.. count.Select(_ => new List<(int, float)>())];
        byProduct = new (int, float)[texts.Length][];
        for (var product = 0; product < texts.Length; product++)
        {
            var weights = texts[product].Select(word => (Word: word, Weight: MathF.Log((float)products.Count / count[word]))).ToArray();
            var length = MathF.Sqrt(weights.Sum(word => word.Weight * word.Weight) + 1e-6f);
            byProduct[product] =
                [.. weights.Where(word => count[word.Word] < TooCommon * products.Count).Select(word => (word.Word, word.Weight / length))
                    .OrderBy(word => word.Word)];
            foreach (var (word, weight) in byProduct[product])
            {
                byWord[word].Add((product, weight));
            }
        }

        Spread = SpreadOf();
        Scale = (float)Math.Min(1, learned / Spread);
    }

    /// <summary>
    /// Standard deviation of the cosine of one product with all others, on the mean over a hundred products spread over the list; above 0.
    /// </summary>
    public double Spread { get; }

    /// <summary>What a cosine is multiplied by, in (0, 1].</summary>
    public float Scale { get; }

    /// <summary>
    /// The distinct words of three letters or more, in lower case; of Chinese and Japanese, every two characters that stand together.
    /// </summary>
    public static IEnumerable<string> Words(string text) =>
        Letters().Matches(text.ToLowerInvariant()).SelectMany(match => IsWord(match.ValueSpan) ? [match.Value] : Pairs(match.Value))
            .Distinct();

    /// <summary>Adds <paramref name="factor"/> times the likeness to one product to every product's place.</summary>
    public void AddLikeness(int product, float factor, Span<float> values) => AddCosine(product, factor * Scale, values);

    private void AddCosine(int product, float factor, Span<float> values)
    {
        foreach (var (word, weight) in byProduct[product])
        {
            foreach (var (other, amount) in byWord[word])
            {
                values[other] += factor * weight * amount;
            }
        }
    }

    /// <summary>How alike two products' texts are, in [0, <see cref="Scale"/>].</summary>
    public float Likeness(int product, int other) => Cosine(product, other) * Scale;

    private float Cosine(int product, int other)
    {
        // Both are in the order of the words.
        var (left, right) = (byProduct[product], byProduct[other]);
        var (cosine, at, beside) = (0f, 0, 0);
        while (at < left.Length && beside < right.Length)
        {
            var apart = left[at].Word - right[beside].Word;
            cosine += apart == 0 ? left[at].Weight * right[beside].Weight : 0;
            at += apart <= 0 ? 1 : 0;
            beside += apart >= 0 ? 1 : 0;
        }

        return cosine;
    }

    private double SpreadOf()
    {
        var count = byProduct.Length;
        var cosines = new float[count];
        var (sum, looked) = (0.0, 0);
        for (var product = 0; product < count; product += Math.Max(1, count / Looked))
        {
            Array.Clear(cosines);
            AddCosine(product, 1, cosines);
            // Everything is like itself.
            cosines[product] = count > 1 ? (TensorPrimitives.Sum<float>(cosines) - cosines[product]) / (count - 1) : 0;
            sum += TensorPrimitives.StdDev<float>(cosines);
            looked++;
        }

        return Math.Max(sum / Math.Max(1, looked), float.Epsilon);
    }

    private static bool IsWord(ReadOnlySpan<char> letters) => letters[0] is < '\u3040' or > '\u9fff';

    private static IEnumerable<string> Pairs(string characters) =>
        Enumerable.Range(0, characters.Length - 1).Select(at => characters.Substring(at, 2));

    [GeneratedRegex(@"[\u3040-\u9fff]{2,}|\b\p{L}-[\p{L}\p{M}-[\u3040-\u9fff]]{2,}|[\p{L}\p{M}-[\u3040-\u9fff]]{3,}")]
    private static partial Regex Letters();
}
