using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Statistics;

namespace FashionRecs.Training.Attribution;

/// <summary>
/// How much the reading of one attribute moves when another one of the garment is changed and nothing else, compared with how much it moves
/// when it is changed itself: whether a concept is read off its own place (Margeloiu et al., "Do Concept Bottleneck Models Learn as
/// Intended?", 2021, arXiv:2105.04289). Measured on pairs of drawings whose truth is known.
/// </summary>
/// <param name="vocabulary">The attributes.</param>
public sealed class LeakageTable(AttributeVocabulary vocabulary)
{
    private readonly List<double>[,] moves = Moves(vocabulary.Attributes.Count);

    /// <summary>Adds a pair of pictures.</summary>
    /// <param name="before">Logits of the first picture, one per value of the vocabulary.</param>
    /// <param name="after">Logits of the second picture.</param>
    /// <param name="from">The value that the first picture shows.</param>
    /// <param name="to">The value of the same attribute that the second picture shows in its place.</param>
    /// <param name="kept">The values of other attributes that both pictures show alike; what the change covers is none.</param>
    public void Add(IReadOnlyList<float> before, IReadOnlyList<float> after, AttributeValue from, AttributeValue to,
        IEnumerable<AttributeValue> kept)
    {
        double Move(AttributeValue value) => Math.Abs((double)after[value.Index] - before[value.Index]);
        var changed = from.Attribute.Position;
        moves[changed, changed].Add((Move(from) + Move(to)) / 2);
        foreach (var value in kept)
        {
            moves[changed, value.Attribute.Position].Add(Move(value));
        }
    }

    /// <summary>Pairs in which one attribute was changed and another one looked the same.</summary>
    public int Count(GarmentAttribute changed, GarmentAttribute read) => moves[changed.Position, read.Position].Count;

    /// <summary>
    /// Mean change of the logit of what is shown of <paramref name="read"/> when <paramref name="changed"/> is changed ÷ that of the values
    /// between which it is changed itself, with a 95 % interval over pairs; NaN without pairs.
    /// </summary>
    public BootstrapInterval Of(GarmentAttribute changed, GarmentAttribute read, int seed)
    {
        var (elsewhere, itself) = (moves[changed.Position, read.Position], moves[read.Position, read.Position]);
        if (elsewhere.Count == 0 || itself.Count == 0)
        {
            return new BootstrapInterval(double.NaN, double.NaN, double.NaN);
        }

        var own = itself.Average();
        var (above, below) = (BootstrapInterval.Of(elsewhere, seed), BootstrapInterval.Of(itself, seed + 1));
        // Both sides are resampled by themselves: the delta method joins their deviations.
        var mean = above.Mean / own;
        var deviation = mean * Math.Sqrt(
            Math.Pow((above.High - above.Low) / 3.92 / Math.Max(1e-12, above.Mean), 2)
                + Math.Pow((below.High - below.Low) / 3.92 / own, 2));
        return new BootstrapInterval(mean, Math.Max(0, mean - (1.96 * deviation)), mean + (1.96 * deviation));
    }

    /// <summary>All pairs of different attributes that were measured.</summary>
    public IEnumerable<(GarmentAttribute Changed, GarmentAttribute Read)> Pairs =>
        from changed in vocabulary.Attributes
        from read in vocabulary.Attributes
        where changed != read && Count(changed, read) > 0 && Count(read, read) > 0
        select (changed, read);

    private static List<double>[,] Moves(int attributes)
    {
        var moves = new List<double>[attributes, attributes];
        for (var at = 0; at < moves.Length; at++)
        {
            moves[at / attributes, at % attributes] = [];
        }

        return moves;
    }
}
