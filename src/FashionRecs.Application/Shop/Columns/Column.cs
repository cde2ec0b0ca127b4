namespace FashionRecs.Application.Shop.Columns;

/// <summary>
/// One number of each product, in their order. In portions, so that a change copies the portion that it is in and not the column. Immutable
/// and safe to share between threads.
/// </summary>
/// <typeparam name="T">A number.</typeparam>
internal sealed class Column<T>
    where T : unmanaged
{
    private const int Bits = 12;
    private const int Portion = 1 << Bits;

    private readonly T[][] portions;

    private Column(T[][] portions, int count) => (this.portions, Count) = (portions, count);

    /// <summary>Number of products.</summary>
    public int Count { get; }

    /// <summary>The number of a product.</summary>
    public T this[int place] => portions[place >> Bits][place & (Portion - 1)];

    /// <summary>The numbers, in portions.</summary>
    public IReadOnlyList<T[]> Portions => portions;

    /// <summary>A column of some numbers.</summary>
    /// <param name="count">Number of products.</param>
    /// <param name="number">The number of the product at a place; asked once for each, in their order.</param>
    public static Column<T> Of(int count, Func<int, T> number) => Of(count, (start, portion) =>
    {
        for (var at = 0; at < portion.Length; at++)
        {
            portion[at] = number(start + at);
        }
    });

    /// <summary>A column that is filled portion by portion, in their order.</summary>
    /// <param name="count">Number of products.</param>
    /// <param name="fill">Fills the numbers from a place on.</param>
    public static Column<T> Of(int count, Action<int, T[]> fill)
    {
        var portions = new T[(count + Portion - 1) >> Bits][];
        for (var at = 0; at < portions.Length; at++)
        {
            portions[at] = new T[Math.Min(Portion, count - (at << Bits))];
            fill(at << Bits, portions[at]);
        }

        return new Column<T>(portions, count);
    }

    /// <summary>The numbers after products came, went or changed, in a new order.</summary>
    /// <param name="before">Of each product its place so far, or −1 where it is new.</param>
    /// <param name="changes">The numbers of the new ones by their new places.</param>
    public Column<T> Arrange(int[] before, IReadOnlyList<(int Place, T Number)> changes)
    {
        var next = Of(before.Length, place => before[place] is >= 0 and var from ? this[from] : default);
        foreach (var (place, number) in changes)
        {
            next.portions[place >> Bits][place & (Portion - 1)] = number;
        }

        return next;
    }

    /// <summary>The same with other numbers for some products; shares the portions in which nothing changes.</summary>
    public Column<T> With(IReadOnlyList<(int Place, T Number)> changes)
    {
        T[][] next = [.. portions];
        foreach (var (place, number) in changes)
        {
            var at = place >> Bits;
            next[at] = next[at] == portions[at] ? [.. portions[at]] : next[at];
            next[at][place & (Portion - 1)] = number;
        }

        return new Column<T>(next, Count);
    }
}
