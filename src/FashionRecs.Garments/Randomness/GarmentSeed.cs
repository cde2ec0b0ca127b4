using FashionRecs.Domain.Hashing;

namespace FashionRecs.Garments.Randomness;

/// <summary>
/// The seed of one picture. Every part of the picture draws its numbers from a stream of its own, keyed by the
/// part's name; changing one part therefore moves nothing else (counterfactual pairs rest on this).
/// </summary>
/// <param name="Value">Any 64-bit number.</param>
public readonly record struct GarmentSeed(ulong Value)
{
    /// <summary>The stream of one part, for example "sleeve".</summary>
    public RandomStream Stream(string part) => new(Mix(part));

    /// <summary>The seed of the picture with the given zero-based number in a set.</summary>
    public GarmentSeed Child(int number) => new(new RandomStream(Mix("child") + (ulong)number).NextBits());

    // A hash of the name: string.GetHashCode differs from run to run.
    private ulong Mix(string part) => new RandomStream(Fnv1A64.Hash(part, Fnv1A64.OffsetBasis ^ Value)).NextBits();
}
