namespace FashionRecs.Garments.Cloth;

/// <summary>Value noise on an integer lattice, in [−1, 1]. The same everywhere for the same seed.</summary>
internal static class SmoothNoise
{
    public static float At(ulong seed, float x, float y)
    {
        var (cx, cy) = ((int)MathF.Floor(x), (int)MathF.Floor(y));
        var (fx, fy) = (x - cx, y - cy);
        (fx, fy) = (fx * fx * (3 - (2 * fx)), fy * fy * (3 - (2 * fy)));
        var top = Corner(seed, cx, cy) + ((Corner(seed, cx + 1, cy) - Corner(seed, cx, cy)) * fx);
        var bottom = Corner(seed, cx, cy + 1) + ((Corner(seed, cx + 1, cy + 1) - Corner(seed, cx, cy + 1)) * fx);
        return top + ((bottom - top) * fy);
    }

    private static float Corner(ulong seed, int x, int y)
    {
        var hash = ((uint)x * 0x85EBCA6B) ^ ((uint)y * 0xC2B2AE35) ^ (uint)seed ^ (uint)(seed >> 32);
        hash = (hash ^ (hash >> 15)) * 0x2C1B3C6D;
        hash = (hash ^ (hash >> 12)) * 0x297A2D39;
        hash ^= hash >> 15;
        return (hash * (2f / uint.MaxValue)) - 1;
    }
}
