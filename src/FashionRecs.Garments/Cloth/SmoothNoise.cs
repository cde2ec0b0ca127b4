using FashionRecs.Garments.Randomness;

namespace FashionRecs.Garments.Cloth;

/// <summary>
/// Value noise on an integer lattice, in [−1, 1]. The same everywhere for the same seed. The lattice's values come from
/// one table that repeats after 64 steps; the seed chooses where in it the noise starts.
/// </summary>
internal static class SmoothNoise
{
    private const int Side = 64;
    private static readonly float[] Table = Fill();

    public static float At(ulong seed, float x, float y)
    {
        var start = (seed * 0x9E3779B97F4A7C15) >> 40;
        var (fx, fy) = (MathF.Floor(x), MathF.Floor(y));
        var (cx, cy) = ((int)fx + (int)(start & (Side - 1)), (int)fy + (int)((start >> 6) & (Side - 1)));
        var (tx, ty) = (x - fx, y - fy);
        (tx, ty) = (tx * tx * (3 - (2 * tx)), ty * ty * (3 - (2 * ty)));
        var (left, right) = (cx & (Side - 1), (cx + 1) & (Side - 1));
        var (top, bottom) = ((cy & (Side - 1)) * Side, ((cy + 1) & (Side - 1)) * Side);
        var above = Table[top + left] + ((Table[top + right] - Table[top + left]) * tx);
        var below = Table[bottom + left] + ((Table[bottom + right] - Table[bottom + left]) * tx);
        return above + ((below - above) * ty);
    }

    /// <summary>One lattice value without smoothing, for grain of single pixels.</summary>
    public static float Grain(uint place) => Table[place & ((Side * Side) - 1)];

    private static float[] Fill()
    {
        var random = new RandomStream(20260101);
        return [.. Enumerable.Range(0, Side * Side).Select(_ => random.Range(-1, 1))];
    }
}
