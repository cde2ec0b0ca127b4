using FashionRecs.Domain.Attributes;

namespace FashionRecs.Domain.Catalog;

/// <summary>
/// A product in the space of words: per value of the vocabulary how much the product has of it.
/// The amount of a value follows P(value) · (1 − P(Invisible)), so that a value only counts as far as the picture shows its attribute at all: 0 up to
/// <see cref="Floor"/>, 1 from <see cref="Sure"/>, in proportion between them. A garment has one sleeve length: a value read clearly after the top one of
/// its attribute counts nothing. "Invisible" itself counts nothing.
/// <para>
/// Amounts are multiples of 2⁻⁷ and weights (<see cref="Ranking.ScoreWeights"/>) multiples of 2⁻⁹, so that every share and
/// every sum of shares is exact in single precision, in any order of summation and on any machine: the score on
/// the page is the sum of the shares on the page, to the last bit.
/// </para>
/// Immutable and safe to share between threads.
/// </summary>
public sealed class ItemVector
{
    /// <summary>Quanta per unit: an amount of 1 is this many quanta.</summary>
    public const int Scale = 128;

    /// <summary>Up to here the network says no, which must not add up to a reason.</summary>
    public const float Floor = 0.05f;

    /// <summary>
    /// From here a value can be said of the product (<see cref="Explanations.ExplanationOptions.LeastProbability"/>), and the product has it wholly. Whether the
    /// network says 0.8 or 0.9 is noise of the picture: another sleeve moves the reading of the neckline by as much, which must not decide between two products.
    /// </summary>
    public const float Sure = 0.6f;

    /// <summary>
    /// Exponent on the ratio of a value's probability to the top one's: beside a value read with 0.87, one with 0.62 keeps 7 % and counts nothing, one with 0.85
    /// keeps 83 % and counts. Values are trained as separate questions, in which a neighbour of the true one "may be", so that several can be likely at once.
    /// </summary>
    private const float Sharpness = 8;

    /// <summary>Up to this ratio a value counts nothing, and from 1 minus this wholly, so that neither moves with the noise of a picture.</summary>
    private const float Doubt = 0.25f;

    /// <summary>Largest sum of all amounts; with it every score is exact in single precision (2⁻¹⁶ · 2²⁴ / largest weight 8).</summary>
    public const int LargestTotal = 32;

    private readonly byte[] quanta;

    private ItemVector(byte[] quanta) => this.quanta = quanta;

    /// <summary>Number of values, visible and invisible ones.</summary>
    public int Length => quanta.Length;

    /// <summary>Amounts in quanta of 2⁻⁷, each 0 to 128; (values).</summary>
    public ReadOnlySpan<byte> Quanta => quanta;

    /// <summary>The amount in [0, 1] of the value with this index.</summary>
    public float this[int value] => quanta[value] / (float)Scale;

    /// <summary>A vector with nothing in it.</summary>
    public static ItemVector Empty(AttributeVocabulary vocabulary) => new(new byte[vocabulary.Values.Count]);

    /// <summary>The vector with an amount of 1 of a single value.</summary>
    public static ItemVector Only(AttributeVocabulary vocabulary, AttributeValue value)
    {
        var quanta = new byte[vocabulary.Values.Count];
        quanta[value.Index] = Scale;
        return new ItemVector(quanta);
    }

    /// <summary>The vector of a product from what is held true of its attributes; attributes without a reading count nothing.</summary>
    public static ItemVector Of(AttributeVocabulary vocabulary, IEnumerable<AttributeReading> readings)
    {
        var amounts = new float[vocabulary.Values.Count];
        foreach (var reading in readings)
        {
            var top = reading.Probabilities[reading.Top.Position];
            foreach (var value in reading.Attribute.VisibleValues)
            {
                var probability = reading.Probabilities[value.Position];
                var besideTop = top > 0 ? MathF.Pow(probability / top, Sharpness) : 0;
                amounts[value.Index] = Ramp(probability * reading.Visible, Floor, Sure) * Ramp(besideTop, Doubt, 1 - Doubt);
            }
        }

        // A well-formed reading adds up to about one per attribute; this only bounds a broken one.
        var shrink = Math.Min(1, LargestTotal / Math.Max(1, amounts.Sum()));
        return new ItemVector([.. amounts.Select(amount => (byte)MathF.Floor((amount * shrink * Scale) + 0.5f))]);
    }

    private static float Ramp(float number, float from, float to) => Math.Clamp((number - from) / (to - from), 0, 1);

    /// <summary>Reads back <see cref="Quanta"/>.</summary>
    /// <exception cref="InvalidDataException">A number is above 128.</exception>
    public static ItemVector FromQuanta(ReadOnlySpan<byte> quanta)
    {
        if (quanta.ContainsAnyExceptInRange((byte)0, (byte)Scale))
        {
            throw new InvalidDataException($"An item vector holds a number above {Scale}.");
        }

        return new ItemVector(quanta.ToArray());
    }
}
