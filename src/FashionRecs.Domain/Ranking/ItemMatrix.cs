using System.Numerics.Tensors;
using FashionRecs.Domain.Catalog;

namespace FashionRecs.Domain.Ranking;

/// <summary>
/// All items of a catalog side by side, laid out for scoring: blocks of <see cref="BlockSize"/> items, in each block one contiguous column
/// per pair of values. Columns in which no item of the block has anything are skipped, and so are pairs without a weight.
/// Scores are summed in whole quanta, so they are exact. Immutable and safe to share between threads. Memory: 1 byte per item and value.
/// </summary>
public sealed class ItemMatrix
{
    /// <summary>Items per block: a block's sums and one column stay in the first-level cache.</summary>
    public const int BlockSize = 2048;

    /// <summary>One quantum of a score: that of an amount times that of a weight.</summary>
    private const float Quantum = 1f / (ItemVector.Scale * PreferenceVector.Scale);

    private readonly byte[]?[] columns; // (blocks, pairs): null or (BlockSize, 2)

    private ItemMatrix(int count, int values, byte[]?[] columns) => (Count, Values, this.columns) = (count, values, columns);

    /// <summary>Number of items.</summary>
    public int Count { get; }

    /// <summary>Number of values.</summary>
    public int Values { get; }

    /// <summary>Number of blocks.</summary>
    public int Blocks => (Count + BlockSize - 1) / BlockSize;

    private int Pairs => (Values + 1) / 2;

    /// <summary>Lays out items; their order gives the indices of the ranking.</summary>
    public static ItemMatrix Of(IReadOnlyList<ItemVector> items, int values)
    {
        var blocks = (items.Count + BlockSize - 1) / BlockSize;
        var pairs = (values + 1) / 2;
        var columns = new byte[]?[blocks * pairs];
        for (var item = 0; item < items.Count; item++)
        {
            var quanta = items[item].Quanta;
            for (var value = 0; value < values; value++)
            {
                if (quanta[value] != 0)
                {
                    var column = columns[(item / BlockSize * pairs) + (value / 2)] ??= new byte[BlockSize * 2];
                    column[(item % BlockSize * 2) + (value % 2)] = quanta[value];
                }
            }
        }

        return new ItemMatrix(items.Count, values, columns);
    }

    /// <summary>The same items but for some that are laid out anew; shares all columns in which nothing changes.</summary>
    public ItemMatrix Replace(IEnumerable<(int Item, ItemVector Vector)> changes)
    {
        var next = (byte[]?[])columns.Clone();
        var own = new HashSet<int>();
        foreach (var (item, vector) in changes)
        {
            for (var value = 0; value < Values; value++)
            {
                var (column, place) = ((item / BlockSize * Pairs) + (value / 2), (item % BlockSize * 2) + (value % 2));
                if ((next[column]?[place] ?? 0) != vector.Quanta[value])
                {
                    if (own.Add(column))
                    {
                        next[column] = (byte[]?)next[column]?.Clone() ?? new byte[BlockSize * 2];
                    }

                    next[column]![place] = vector.Quanta[value];
                }
            }
        }

        return new ItemMatrix(Count, Values, next);
    }

    /// <summary>
    /// Scores the items of one block into <paramref name="scores"/>, which holds <see cref="BlockSize"/> numbers; returns how many of them
    /// are items.
    /// </summary>
    public int Score(int block, PreferenceVector weights, Span<float> scores)
    {
        Span<int> sums = stackalloc int[BlockSize];
        sums.Clear();
        for (var pair = 0; pair < Pairs; pair++)
        {
            var (first, second) = (weights.Quanta(2 * pair), (2 * pair) + 1 < Values ? weights.Quanta((2 * pair) + 1) : (short)0);
            if ((first != 0 || second != 0) && columns[(block * Pairs) + pair] is { } column)
            {
                PairKernel.AddShares(column, first, second, sums);
            }
        }

        TensorPrimitives.ConvertTruncating<int, float>(sums, scores[..BlockSize]);
        TensorPrimitives.Multiply(scores[..BlockSize], Quantum, scores[..BlockSize]);
        return Math.Min(BlockSize, Count - (block * BlockSize));
    }
}
