using System.Globalization;

namespace FashionRecs.Domain.Hashing;

/// <summary>
/// Maps a unit (a shopper or a visitor) to a fixed number in [0, 1), as GrowthBook's SDK specification does, so that
/// every assignment can be recomputed with any of its SDKs. Thread safe; allocates nothing for short identifiers.
/// </summary>
public static class UnitHash
{
    /// <summary>The version that new experiments use: 10,000 steps, hashed twice, so that experiments do not correlate.</summary>
    public const int CurrentVersion = 2;

    /// <summary>The number of a unit, or null if the version is unknown (neither 1 nor 2), in which case nobody is assigned.</summary>
    /// <param name="seed">Any text; distinguishes experiments and phases.</param>
    /// <param name="unit">The unit's identifier.</param>
    /// <param name="version">1: steps of 0.001, FNV-1a of unit + seed. 2: steps of 0.0001, FNV-1a of the decimal FNV-1a of seed +
    /// unit.</param>
    public static double? Compute(string seed, string unit, int version = CurrentVersion) => version switch
    {
        1 => Fnv1A32.Hash(unit + seed) % 1000 / 1000.0,
        2 => Twice(seed, unit) % 10000 / 10000.0,
        _ => null,
    };

    private static uint Twice(string seed, string unit)
    {
        Span<char> digits = stackalloc char[10];
        Fnv1A32.Hash(seed + unit).TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        return Fnv1A32.Hash(digits[..length]);
    }
}
