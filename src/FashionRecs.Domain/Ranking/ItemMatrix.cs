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

    /// <summary>The vector of an item, put together anew each time.</summary>
    public ItemVector this[int item]
    {
        get
        {
            Span<byte> quanta = stackalloc byte[Values];
            CopyTo(item, quanta);
            return ItemVector.FromQuanta(quanta);
        }
    }

    /// <summary>Writes the amounts of an item in quanta of 2⁻⁷; (values).</summary>
    public void CopyTo(int item, Span<byte> quanta)
    {
        var (first, place) = (item / BlockSize * Pairs, item % BlockSize * 2);
        for (var pair = 0; pair < Pairs; pair++)
        {
            var column = columns[first + pair];
            quanta[2 * pair] = column?[place] ?? 0;
            if ((2 * pair) + 1 < Values)
            {
                quanta[(2 * pair) + 1] = column?[place + 1] ?? 0;
            }
        }
    }

    /// <summary>The amount of a value that an item has, in quanta of 2⁻⁷.</summary>
    public byte Quanta(int item, int value) =>
        columns[(item / BlockSize * Pairs) + (value / 2)]?[(item % BlockSize * 2) + (value % 2)] ?? 0;

    /// <summary>Amounts of all items together, each at least 0; (values).</summary>
    public double[] Totals()
    {
        var quanta = new long[2 * Pairs];
        for (var at = 0; at < columns.Length; at++)
        {
            var (column, value) = (columns[at] ?? [], at % Pairs * 2);
            var (even, odd) = (0L, 0L);
            for (var place = 0; place < column.Length; place += 2)
            {
                even += column[place];
                odd += column[place + 1];
            }

            quanta[value] += even;
            quanta[value + 1] += odd;
        }

        return [.. quanta.Take(Values).Select(sum => sum / (double)ItemVector.Scale)];
    }

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

    /// <summary>Reads back what <see cref="Write"/> wrote.</summary>
    /// <param name="from">Read from where it stands; not closed.</param>
    /// <param name="count">Number of items.</param>
    /// <param name="values">Number of values.</param>
    /// <exception cref="EndOfStreamException">It ends too early.</exception>
    public static ItemMatrix Read(Stream from, int count, int values)
    {
        var columns = new byte[]?[(count + BlockSize - 1) / BlockSize * ((values + 1) / 2)];
        var isThere = new byte[columns.Length];
        from.ReadExactly(isThere);
        for (var column = 0; column < columns.Length; column++)
        {
            if (isThere[column] != 0)
            {
                from.ReadExactly(columns[column] = new byte[BlockSize * 2]);
            }
        }

        return new ItemMatrix(count, values, columns);
    }

    /// <summary>Writes all items: for each column one byte that is 0 where it holds nothing, then the columns that do.</summary>
    /// <param name="to">Written to where it stands; not closed.</param>
    public void Write(Stream to)
    {
        to.Write([.. columns.Select(column => (byte)(column is null ? 0 : 1))]);
        foreach (var column in columns)
        {
            to.Write(column ?? []);
        }
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
    /// The items after some came, went or changed, in a new order; nothing is put together anew but what is new.
    /// </summary>
    /// <param name="before">Of each item its place so far, or −1 where it is new; (items).</param>
    /// <param name="changes">The vectors of the new ones by their new places.</param>
    public ItemMatrix Arrange(IReadOnlyList<int> before, IEnumerable<(int Item, ItemVector Vector)> changes)
    {
        var next = new ItemMatrix(before.Count, Values, new byte[]?[(before.Count + BlockSize - 1) / BlockSize * Pairs]);
        for (var first = 0; first < before.Count; first += BlockSize)
        {
            var length = Math.Min(BlockSize, before.Count - first);
            for (var pair = 0; pair < Pairs; pair++)
            {
                byte[]? own = null;
                for (var at = 0; at < length; at++)
                {
                    if (before[first + at] is >= 0 and var from && columns[(from / BlockSize * Pairs) + pair] is { } column)
                    {
                        var place = from % BlockSize * 2;
                        if ((column[place] | column[place + 1]) != 0)
                        {
                            own ??= new byte[BlockSize * 2];
                            (own[2 * at], own[(2 * at) + 1]) = (column[place], column[place + 1]);
                        }
                    }
                }

                next.columns[(first / BlockSize * Pairs) + pair] = own;
            }
        }

        return next.Replace(changes);
    }

    /// <summary>
    /// Of each item of one block the product of its amounts with some others, in quanta of both, into <paramref name="sums"/>, which holds
    /// <see cref="BlockSize"/> numbers.
    /// </summary>
    /// <param name="block">The block.</param>
    /// <param name="amounts">Amounts in quanta of 2⁻⁷, each 0 to 128; (values).</param>
    /// <param name="sums">The sums.</param>
    public void Multiply(int block, ReadOnlySpan<byte> amounts, Span<int> sums)
    {
        sums.Clear();
        for (var pair = 0; pair < Pairs; pair++)
        {
            var (first, second) = (amounts[2 * pair], (2 * pair) + 1 < Values ? amounts[(2 * pair) + 1] : (byte)0);
            if ((first | second) != 0 && columns[(block * Pairs) + pair] is { } column)
            {
                PairKernel.AddShares(column, first, second, sums);
            }
        }
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
