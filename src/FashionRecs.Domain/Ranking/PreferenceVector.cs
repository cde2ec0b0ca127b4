using FashionRecs.Domain.Catalog;

namespace FashionRecs.Domain.Ranking;

/// <summary>
/// A shopper's weight per value in the form that scores: rounded to multiples of 2⁻⁹ in [−8, 8], so that scores are exact
/// (see <see cref="ItemVector"/>). Immutable and safe to share between threads.
/// </summary>
public sealed class PreferenceVector
{
    /// <summary>Quanta per unit: a weight of 1 is this many quanta.</summary>
    public const int Scale = 512;

    /// <summary>Largest weight either way.</summary>
    public const int Largest = 8;

    private readonly float[] weights;

    private PreferenceVector(float[] weights) => this.weights = weights;

    /// <summary>Number of values.</summary>
    public int Length => weights.Length;

    /// <summary>The weights, (values).</summary>
    public ReadOnlySpan<float> Span => weights;

    /// <summary>The weight of the value with this index.</summary>
    public float this[int value] => weights[value];

    /// <summary>The weight of a value in quanta, −4096 to 4096.</summary>
    public short Quanta(int value) => (short)(weights[value] * Scale);

    /// <summary>Rounds weights; what is not a number counts 0, what is beyond ±8 counts ±8.</summary>
    public static PreferenceVector Of(ReadOnlySpan<double> weights)
    {
        var rounded = new float[weights.Length];
        for (var value = 0; value < rounded.Length; value++)
        {
            var weight = double.IsNaN(weights[value]) ? 0 : Math.Clamp(weights[value], -Largest, Largest);
            rounded[value] = (float)(Math.Round(weight * Scale) / Scale);
        }

        return new PreferenceVector(rounded);
    }

    /// <summary>The score of one item: the sum over values of weight × amount.</summary>
    public float Score(ItemVector item)
    {
        // Dividing once at the end changes nothing: every step is exact.
        var quanta = item.Quanta;
        var score = 0f;
        for (var value = 0; value < weights.Length; value++)
        {
            score += weights[value] * quanta[value];
        }

        return score / ItemVector.Scale;
    }
}
