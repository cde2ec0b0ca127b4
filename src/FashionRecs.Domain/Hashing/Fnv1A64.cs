namespace FashionRecs.Domain.Hashing;

/// <summary>The 64-bit Fowler–Noll–Vo hash, variant 1a (draft-eastlake-fnv).</summary>
public static class Fnv1A64
{
    /// <summary>Where hashing starts; another number gives another family of hashes.</summary>
    public const ulong OffsetBasis = 0xCBF29CE484222325;

    private const ulong Prime = 0x00000100000001B3;

    /// <summary>Hashes UTF-16 code units, one step per unit, which equals bytes for ASCII.</summary>
    public static ulong Hash(ReadOnlySpan<char> text, ulong start = OffsetBasis)
    {
        var hash = start;
        foreach (var unit in text)
        {
            hash = unchecked((hash ^ unit) * Prime);
        }

        return hash;
    }
}
