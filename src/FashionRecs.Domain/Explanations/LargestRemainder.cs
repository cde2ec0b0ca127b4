namespace FashionRecs.Domain.Explanations;

/// <summary>
/// Shares of a score as they are printed: in whole hundredths, so that the printed shares add up to the printed score. Pure.
/// </summary>
public static class LargestRemainder
{
    /// <summary>A single amount in hundredths, rounded to the nearest.</summary>
    public static int Of(float amount) => (int)MathF.Round(100 * amount);

    /// <summary>
    /// Every share in hundredths, in the same order. Together they are their sum rounded to the nearest, and none is a whole hundredth away
    /// from what it stands for: all are rounded down, and what is missing goes, one hundredth each, to those that lost most (the method of
    /// the largest remainder).
    /// </summary>
    /// <param name="shares">The shares, of either sign.</param>
    public static IReadOnlyList<int> Of(IReadOnlyList<float> shares)
    {
        // Doubles, so that nothing is lost beside the quanta of which the shares are exact multiples.
        double[] exact = [.. shares.Select(share => 100.0 * share)];
        int[] rounded = [.. exact.Select(share => (int)Math.Floor(share))];
        var missing = Of(shares.Sum()) - rounded.Sum();
        foreach (var index in Enumerable.Range(0, exact.Length).OrderByDescending(index => exact[index] - rounded[index]).Take(missing))
        {
            rounded[index]++;
        }

        return rounded;
    }
}
