namespace FashionRecs.Garments.Randomness;

/// <summary>
/// A small deterministic generator (SplitMix64). One stream belongs to one part of a picture, so that
/// drawing another part differently never shifts its numbers. Not thread-safe; cheap to create.
/// </summary>
public sealed class RandomStream(ulong seed)
{
    private ulong state = seed;

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number in [0, 1).</summary>
    public float Unit() => (NextBits() >> 40) * (1f / (1 << 24));

    /// <summary>A number in [<paramref name="from"/>, <paramref name="to"/>).</summary>
    public float Range(float from, float to) => from + ((to - from) * Unit());

    /// <summary>An integer in [0, <paramref name="count"/>).</summary>
    public int Below(int count) => (int)(NextBits() % (ulong)count);

    /// <summary>True with the given probability in [0, 1].</summary>
    public bool Chance(float probability) => Unit() < probability;

    /// <summary>One of the given things, each as likely.</summary>
    public T Pick<T>(params IReadOnlyList<T> things) => things[Below(things.Count)];

    /// <summary>−1 or 1.</summary>
    public float Sign() => (NextBits() & 1) == 0 ? -1 : 1;

    /// <summary>Puts a list into random order, in place.</summary>
    public void Shuffle<T>(IList<T> things)
    {
        for (var last = things.Count - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (things[last], things[other]) = (things[other], things[last]);
        }
    }
}
