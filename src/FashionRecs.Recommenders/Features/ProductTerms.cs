using System.Text.RegularExpressions;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Features;

/// <summary>The words of texts about the products, weighed by their rarity. Immutable.</summary>
public sealed partial class ProductTerms
{
    /// <summary>A word in more than this share of the products says nothing.</summary>
    private const double TooCommon = 0.3;

    private readonly (int Word, float Weight)[][] byProduct;
    private readonly List<(int Product, float Weight)>[] byWord;

    /// <param name="about">The text about a product, for example its name and description.</param>
    public ProductTerms(ShopProducts products, Func<ListedProduct, string> about)
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
    }

    /// <summary>The distinct words of three letters or more, in lower case.</summary>
    public static IEnumerable<string> Words(string text) =>
        Letters().Matches(text.ToLowerInvariant()).Select(match => match.Value).Distinct();

    /// <summary>Adds <paramref name="factor"/> times the cosine with one product to every product's place.</summary>
    public void AddCosine(int product, float factor, Span<float> values)
    {
        foreach (var (word, weight) in byProduct[product])
        {
            foreach (var (other, amount) in byWord[word])
            {
                values[other] += factor * weight * amount;
            }
        }
    }

    /// <summary>The cosine of two products.</summary>
    public float Cosine(int product, int other)
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

    [GeneratedRegex("[a-z]{3,}")]
    private static partial Regex Letters();
}
