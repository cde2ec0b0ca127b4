namespace FashionRecs.Experiments.Statistics;

/// <summary>
/// Lehmer's generator x ← 48271 x mod (2³¹ − 1) (Park, Miller, Stockmeyer, CACM 1993): small enough for any language to draw the same
/// numbers, so that others can repeat a bootstrap exactly. Not safe to share between threads.
/// </summary>
/// <param name="seed">1 to 2³¹ − 2.</param>
public sealed class LehmerRandom(int seed)
{
    private long state = seed;

    /// <summary>A whole number from 0 up to but without <paramref name="below"/>.</summary>
    public int Next(int below)
    {
        state = state * 48271 % int.MaxValue;
        return (int)(state * below / int.MaxValue);
    }
}
