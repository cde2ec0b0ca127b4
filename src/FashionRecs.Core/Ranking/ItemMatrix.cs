using System.Numerics.Tensors;
using FashionRecs.Core.Catalog;

namespace FashionRecs.Core.Ranking;

/// <summary>
/// All items of a catalog side by side, laid out for scoring: blocks of <see cref="BlockSize"/> items, in each block one contiguous column
/// per value. Columns in which no item of the block has anything are skipped, and so are values without a weight.
/// Immutable and safe to share between threads. Memory: 4 bytes per item and value.
/// </summary>
public sealed class ItemMatrix
{
    /// <summary>Items per block: a block's scores and one column stay in the first-level cache.</summary>
    public const int BlockSize = 2048;

    private readonly float[]?[] columns; // (blocks, values): null or (BlockSize)

    private ItemMatrix(int count, int values, float[]?[] columns) => (Count, Values, this.columns) = (count, values, columns);

    /// <summary>Number of items.</summary>
    public int Count { get; }

    /// <summary>Number of values.</summary>
    public int Values { get; }

    /// <summary>Number of blocks.</summary>
    public int Blocks => (Count + BlockSize - 1) / BlockSize;

    /// <summary>Lays out items; their order gives the indices of the ranking.</summary>
    public static ItemMatrix Of(IReadOnlyList<ItemVector> items, int values)
    {
        var blocks = (items.Count + BlockSize - 1) / BlockSize;
        var columns = new float[]?[blocks * values];
        for (var item = 0; item < items.Count; item++)
        {
            var block = item / BlockSize;
            var quanta = items[item].Quanta;
            for (var value = 0; value < values; value++)
            {
                if (quanta[value] != 0)
                {
                    var column = columns[(block * values) + value] ??= new float[BlockSize];
                    column[item % BlockSize] = quanta[value] / (float)ItemVector.Scale;
                }
            }
        }

        return new ItemMatrix(items.Count, values, columns);
    }

    /// <summary>Scores the items of one block into <paramref name="scores"/>; returns how many there are.</summary>
    public int Score(int block, ScoreWeights weights, Span<float> scores)
    {
        var length = Math.Min(BlockSize, Count - (block * BlockSize));
        scores = scores[..length];
        scores.Clear();
        for (var value = 0; value < Values; value++)
        {
            if (weights[value] != 0 && columns[(block * Values) + value] is { } column)
            {
                TensorPrimitives.MultiplyAdd(column.AsSpan(0, length), weights[value], scores, scores);
            }
        }

        return length;
    }
}
