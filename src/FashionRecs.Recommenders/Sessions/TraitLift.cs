namespace FashionRecs.Recommenders.Sessions;

/// <summary>
/// How much more often than by chance a click on one value of an attribute is followed by one on another; shrunk towards 1 by twenty
/// clicks.
/// </summary>
internal static class TraitLift
{
    private const double Shrinkage = 20;

    /// <summary>(values, values): from the value clicked to the value clicked next.</summary>
    public static float[,] Of(int[] trait, IReadOnlyList<ClickSession> sessions)
    {
        var count = trait.Max() + 1;
        var (seen, from, to) = (new double[count, count], new double[count], new double[count]);
        foreach (var clicks in sessions.Select(session => session.Models))
        {
            for (var place = 1; place < clicks.Length; place++)
            {
                var (left, right) = (trait[clicks[place - 1]], trait[clicks[place]]);
                seen[left, right]++;
                from[left]++;
                to[right]++;
            }
        }

        var total = Math.Max(1, from.Sum());
        var lift = new float[count, count];
        for (var left = 0; left < count; left++)
        {
            for (var right = 0; right < count; right++)
            {
                lift[left, right] = (float)((seen[left, right] + Shrinkage) / ((from[left] * to[right] / total) + Shrinkage));
            }
        }

        return lift;
    }
}
