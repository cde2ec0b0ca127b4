using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Domain.Ranking;

/// <summary>
/// How much of what is believed of two products may be the same, which knows of doubt what <see cref="ItemVector"/> leaves out: an
/// attribute of which nothing can be said still speaks for what it may be. Pure.
/// </summary>
internal static class BeliefOverlap
{
    /// <summary>Least overlap of an attribute: where two products surely differ, it counts ln 100 = 4.6 and not more without end.</summary>
    private const double Least = 0.01;

    /// <summary>
    /// Sum over attributes of the Bhattacharyya distance (1943), −ln Σ √(p q) over the attribute's values: 0 where all is believed alike,
    /// at most ln 100 each. What was not read in one of the two counts nothing.
    /// </summary>
    /// <param name="one">A product.</param>
    /// <param name="other">Another.</param>
    /// <param name="except">The attribute that does not count.</param>
    public static double Distance(CatalogItem one, CatalogItem other, GarmentAttribute except)
    {
        var sum = 0.0;
        foreach (var mine in one.Readings)
        {
            if (mine.Attribute != except && other[mine.Attribute] is { } theirs)
            {
                sum -= Math.Log(Math.Clamp(Overlap(mine.Probabilities, theirs.Probabilities), Least, 1));
            }
        }

        return sum;
    }

    private static double Overlap(IReadOnlyList<float> one, IReadOnlyList<float> other)
    {
        var sum = 0.0;
        for (var place = 0; place < one.Count; place++)
        {
            sum += Math.Sqrt(one[place] * other[place]);
        }

        return sum;
    }
}
