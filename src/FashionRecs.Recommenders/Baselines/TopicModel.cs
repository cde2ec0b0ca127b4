using System.Numerics.Tensors;
using FashionRecs.Recommenders.Features;

namespace FashionRecs.Recommenders.Baselines;

/// <summary>
/// The words of texts as mixtures of topics, learned by expectation maximization (Hofmann: Probabilistic latent semantic indexing, SIGIR
/// 1999). The mixtures belong to the caller.
/// </summary>
internal sealed class TopicModel
{
    private const float Smoothing = 0.1f;

    /// <summary>A word in more than this share of the texts says nothing.</summary>
    private const double TooCommon = 0.3;

    private readonly string[] vocabulary;
    private readonly int[][] texts;
    private readonly int topics;
    private readonly float[] chances;  // (words, topics): chance of a word within a topic
    private readonly float[] expected; // the same, counted

    /// <param name="texts">One text each; may be empty.</param>
    /// <param name="topics">At least 1.</param>
    /// <param name="rarest">Texts that a word must occur in.</param>
    /// <param name="random">Decides the topics' first words.</param>
    public TopicModel(IReadOnlyList<string> texts, int topics, int rarest, Random random)
    {
        this.topics = topics;
        var words = texts.Select(text => ProductTerms.Words(text).ToArray()).ToArray();
        vocabulary = [.. words.SelectMany(text => text).GroupBy(word => word, StringComparer.Ordinal)
            .Where(word => word.Count() >= rarest && word.Count() <= Math.Max(1, TooCommon * texts.Count))
            .Select(word => word.Key).Order(StringComparer.Ordinal)];
        var numbers = vocabulary.Index().ToDictionary(word => word.Item, word => word.Index, StringComparer.Ordinal);
        this.texts = Array.ConvertAll(words, text => Array.FindAll(
            Array.ConvertAll(text, word => numbers.GetValueOrDefault(word, -1)), number => number >= 0));
        chances = new float[vocabulary.Length * topics];
        expected = Array.ConvertAll(chances, _ => 1 + random.NextSingle());
        Maximize();
    }

    /// <summary>Expects which topic each word of a text comes from.</summary>
    /// <param name="text">The text's number.</param>
    /// <param name="mixture">The text's topics, adding up to 1; (topics).</param>
    /// <param name="shares">Becomes the mean over the words of their chances to come from each topic; (topics).</param>
    /// <returns>False where the text has no words.</returns>
    public bool Expect(int text, ReadOnlySpan<float> mixture, Span<float> shares)
    {
        shares.Clear();
        Span<float> part = stackalloc float[topics];
        foreach (var word in texts[text])
        {
            TensorPrimitives.Multiply(mixture, Factors.Row(chances, word, topics), part);
            TensorPrimitives.Multiply(part, 1 / MathF.Max(TensorPrimitives.Sum<float>(part), float.Epsilon), part);
            var counted = Factors.Row(expected, word, topics);
            TensorPrimitives.Add(counted, part, counted);
            TensorPrimitives.MultiplyAdd(part, 1f / texts[text].Length, shares, shares);
        }

        return texts[text].Length > 0;
    }

    /// <summary>Makes the words of the topics those that were expected since the last time.</summary>
    public void Maximize()
    {
        var totals = new float[topics];
        for (var word = 0; word < vocabulary.Length; word++)
        {
            TensorPrimitives.Add(totals, Factors.Row(expected, word, topics), totals);
        }

        for (var word = 0; word < vocabulary.Length; word++)
        {
            for (var topic = 0; topic < topics; topic++)
            {
                chances[(word * topics) + topic] =
                    (expected[(word * topics) + topic] + Smoothing) / (totals[topic] + (Smoothing * vocabulary.Length));
            }
        }

        Array.Clear(expected);
    }

    /// <summary>The words whose chance in a topic exceeds their mean chance over topics most.</summary>
    public IReadOnlyList<string> Words(int topic, int count) =>
        [.. Enumerable.Range(0, vocabulary.Length)
            .OrderByDescending(word => chances[(word * topics) + topic] / TensorPrimitives.Sum<float>(Factors.Row(chances, word, topics))
                * MathF.Sqrt(chances[(word * topics) + topic]))
            .Take(count).Select(word => vocabulary[word])];
}
