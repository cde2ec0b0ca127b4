using System.Numerics.Tensors;

namespace FashionRecs.Domain.Embedding;

/// <summary>
/// One space for words and pictures (a visual-semantic embedding): a term has a direction in it, and a linear map of what the network sees
/// in a whole picture gives the picture's. A picture shows a term the more, the smaller the angle between both is. Immutable and safe to
/// share between threads.
/// </summary>
public sealed class JointEmbedding
{
    private readonly float[] mean;   // (features)
    private readonly float[][] rows; // (size, features)
    private readonly IReadOnlyDictionary<string, float[]> terms;

    /// <param name="mean">Mean features of pictures; (features).</param>
    /// <param name="rows">The map; (size, features).</param>
    /// <param name="terms">Per term its direction; each (size), of length 1.</param>
    public JointEmbedding(float[] mean, float[][] rows, IReadOnlyDictionary<string, float[]> terms) =>
        (this.mean, this.rows, this.terms) = (mean, rows, terms);

    /// <summary>Numbers of a place or direction.</summary>
    public int Size => rows.Length;

    /// <summary>Mean features of pictures; (features).</summary>
    public IReadOnlyList<float> Mean => mean;

    /// <summary>The map; (size, features).</summary>
    public IReadOnlyList<float[]> Rows => rows;

    /// <summary>The directions of all known terms.</summary>
    public IReadOnlyDictionary<string, float[]> Terms => terms;

    /// <summary>The place of a picture; (size), of length 1, or 0 where it shows nothing out of the ordinary.</summary>
    /// <param name="features">What the network sees in the whole picture; (features).</param>
    public float[] Place(ReadOnlySpan<float> features)
    {
        var centred = new float[mean.Length];
        TensorPrimitives.Subtract(features, mean, centred);
        var place = new float[rows.Length];
        for (var row = 0; row < place.Length; row++)
        {
            place[row] = TensorPrimitives.Dot<float>(rows[row], centred);
        }

        return Unit(place);
    }

    /// <summary>The direction of a text's known terms together; (size), of length 1. Null where none is known.</summary>
    public float[]? Direction(string text)
    {
        var sum = new float[Size];
        var read = TextTerms.Read(text, terms.ContainsKey);
        foreach (var term in read)
        {
            TensorPrimitives.Add(sum, terms[term], sum);
        }

        return read.Count == 0 ? null : Unit(sum);
    }

    /// <summary>A vector scaled to length 1 in place; one of length 0 stays.</summary>
    public static float[] Unit(float[] vector)
    {
        var length = TensorPrimitives.Norm<float>(vector);
        if (length > 0)
        {
            TensorPrimitives.Divide(vector, length, vector);
        }

        return vector;
    }
}
