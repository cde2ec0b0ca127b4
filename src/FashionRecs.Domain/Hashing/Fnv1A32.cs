namespace FashionRecs.Domain.Hashing;

/// <summary>The 32-bit Fowler–Noll–Vo hash, variant 1a (draft-eastlake-fnv), as GrowthBook's SDKs use it.</summary>
public static class Fnv1A32
{
    private const uint OffsetBasis = 0x811C9DC5;
    private const uint Prime = 0x01000193;

    /// <summary>Hashes UTF-16 code units, one step per unit, which is what the reference SDK does and equals bytes for ASCII.</summary>
    public static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = OffsetBasis;
        foreach (var unit in text)
        {
            hash = unchecked((hash ^ unit) * Prime);
        }

        return hash;
    }
}
