using System.Numerics.Tensors;

namespace FashionRecs.Recommenders.Baselines;

/// <summary>What models of factors share: tables of numbers in rows, and the step of a pair (Rendle et al., UAI 2009).</summary>
internal static class Factors
{
    /// <summary>Random numbers around 0, at most <paramref name="spread"/> away.</summary>
    public static float[] Start(int length, Random random, float spread = 0.05f)
    {
        var matrix = new float[length];
        for (var place = 0; place < length; place++)
        {
            matrix[place] = (random.NextSingle() - 0.5f) * 2 * spread;
        }

        return matrix;
    }

    /// <summary>One row of a table of rows of equal width.</summary>
    public static Span<float> Row(float[] matrix, int row, int width) => matrix.AsSpan(row * width, width);

    /// <summary>How strongly a pair in the wrong order pulls: σ(−margin), 0 to 1.</summary>
    public static float Pull(float margin) => 1 / (1 + MathF.Exp(margin));

    /// <summary>Adds <paramref name="factor"/> times a direction to numbers, which are first drawn towards 0.</summary>
    /// <param name="keep">1 less step size times penalty; 0 to 1.</param>
    public static void Move(Span<float> numbers, float keep, ReadOnlySpan<float> direction, float factor)
    {
        TensorPrimitives.Multiply(numbers, keep, numbers);
        TensorPrimitives.MultiplyAdd(direction, factor, numbers, numbers);
    }

    /// <summary>The step of one pair for plain factors: the customer's, the bought product's and the other one's.</summary>
    public static void Step(Span<float> taste, Span<float> wanted, Span<float> left, float keep, float factor)
    {
        for (var place = 0; place < taste.Length; place++)
        {
            var (t, w, l) = (taste[place], wanted[place], left[place]);
            taste[place] = (t * keep) + (factor * (w - l));
            wanted[place] = (w * keep) + (factor * t);
            left[place] = (l * keep) - (factor * t);
        }
    }

    /// <summary>Every product's bias plus the dot product of its row with a taste; an empty taste leaves the biases.</summary>
    public static void Score(float[] biases, ReadOnlySpan<float> taste, float[] items, Span<float> scores)
    {
        biases.CopyTo(scores);
        for (var item = 0; item < scores.Length && taste.Length > 0; item++)
        {
            scores[item] += TensorPrimitives.Dot(taste, Row(items, item, taste.Length));
        }
    }

    /// <summary>A table of (outputs, inputs) times a vector.</summary>
    public static void Project(ReadOnlySpan<float> table, ReadOnlySpan<float> vector, Span<float> result)
    {
        for (var row = 0; row < result.Length; row++)
        {
            result[row] = TensorPrimitives.Dot(vector, table.Slice(row * vector.Length, vector.Length));
        }
    }
}
