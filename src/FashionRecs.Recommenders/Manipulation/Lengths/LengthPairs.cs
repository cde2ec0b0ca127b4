namespace FashionRecs.Recommenders.Manipulation.Lengths;

/// <summary>How well scores put garments in the order of their lengths, pair by pair.</summary>
public static class LengthPairs
{
    /// <summary>
    /// Per garment, how many of the pairs with another garment stand in the right order (an equal score counts half) and how many there
    /// are.
    /// </summary>
    /// <param name="garments">Score, true length and value of each.</param>
    /// <param name="within">Only pairs of one value, else only pairs of two values.</param>
    /// <param name="least">Least difference of a pair's lengths.</param>
    public static IReadOnlyList<(double Right, int Pairs)> Count(
        IReadOnlyList<(double Score, double Length, int Value)> garments, bool within, double least) =>
    [
        .. garments.Select(one =>
        {
            var (right, pairs) = (0.0, 0);
            foreach (var other in garments)
            {
                if (one.Value == other.Value == within && Math.Abs(one.Length - other.Length) >= least && one.Length != other.Length)
                {
                    pairs++;
                    right += one.Score == other.Score ? 0.5 : one.Score > other.Score == one.Length > other.Length ? 1 : 0;
                }
            }

            return (right, pairs);
        }),
    ];
}
