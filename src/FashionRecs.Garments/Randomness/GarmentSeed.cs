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

    // FNV-1a over the name: string.GetHashCode differs from run to run.
    private ulong Mix(string part)
    {
        var hash = 14695981039346656037UL ^ Value;
        foreach (var letter in part)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        return new RandomStream(hash).NextBits();
    }
}
