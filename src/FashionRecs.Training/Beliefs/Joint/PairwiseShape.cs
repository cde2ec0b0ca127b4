namespace FashionRecs.Training.Beliefs.Joint;

/// <summary>Where the terms of a pairwise model over discrete variables lie in one array. Immutable, thread-safe.</summary>
public sealed class PairwiseShape
{
    private readonly int[] singles;
    private readonly int[,] pairs;

    /// <param name="sizes">States of each variable, each at least 1.</param>
    public PairwiseShape(IReadOnlyList<int> sizes)
    {
        Sizes = sizes;
        singles = new int[sizes.Count];
        pairs = new int[sizes.Count, sizes.Count];
        for (var variable = 0; variable < sizes.Count; variable++)
        {
            singles[variable] = Count;
            Count += sizes[variable];
        }

        Singles = Count;
        for (var first = 0; first < sizes.Count; first++)
        {
            for (var second = first + 1; second < sizes.Count; second++)
            {
                pairs[first, second] = Count;
                Count += sizes[first] * sizes[second];
            }
        }
    }

    /// <summary>States of each variable.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>Number of all terms.</summary>
    public int Count { get; }

    /// <summary>Number of the terms of single states, which come first.</summary>
    public int Singles { get; }

    /// <summary>Place of the term of one state.</summary>
    public int At(int variable, int state) => singles[variable] + state;

    /// <summary>Place of the term of two states of different variables, in either order.</summary>
    public int At(int first, int state, int second, int other) => first < second
        ? pairs[first, second] + (state * Sizes[second]) + other
        : pairs[second, first] + (other * Sizes[first]) + state;
}
