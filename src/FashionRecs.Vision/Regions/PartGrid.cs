using System.Numerics.Tensors;
using FashionRecs.Vision.Imaging;
using FashionRecs.Vision.Saliency;
using SkiaSharp;

namespace FashionRecs.Vision.Regions;

/// <summary>
/// A fine grid over the part of an input that the picture covers, and what a value's map and the attention say at each cell.
/// </summary>
internal sealed class PartGrid
{
    /// <summary>Cells per cell of the attention and side.</summary>
    private const int Fineness = 2;

    private readonly int allRows;
    private readonly int allColumns;
    private readonly int left;
    private readonly int top;
    private readonly InputSize input;
    private readonly SKRect covered;

    public PartGrid(PartAttention attention, InputSize input, SKRect covered)
    {
        (this.input, this.covered) = (input, covered);
        (allRows, allColumns) = (attention.Rows * Fineness, attention.Columns * Fineness);
        (CellWidth, CellHeight) = ((float)input.Width / allColumns, (float)input.Height / allRows);
        (left, Columns) = Cells(covered.Left / CellWidth, covered.Right / CellWidth, allColumns);
        (top, Rows) = Cells(covered.Top / CellHeight, covered.Bottom / CellHeight, allRows);
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Width of a cell in input pixels.</summary>
    public float CellWidth { get; }

    /// <summary>Height of a cell in input pixels.</summary>
    public float CellHeight { get; }

    /// <summary>Cells per position of a coarser grid over the same input.</summary>
    public float CellsPer(int positions, bool across) => (across ? allColumns : allRows) / (float)positions;

    /// <summary>At each cell the greatest number within a distance, in cells; numbers are not negative.</summary>
    public float[] Grow(float[] numbers, double distance)
    {
        var reach = (int)distance;
        var grown = new float[numbers.Length];
        for (var y = -reach; y <= reach; y++)
        {
            for (var x = -reach; x <= reach; x++)
            {
                if ((x * x) + (y * y) <= distance * distance)
                {
                    Raise(grown, numbers, x, y);
                }
            }
        }

        return grown;
    }

    /// <summary>Raises every cell to the number at a step from it.</summary>
    private void Raise(float[] grown, float[] numbers, int x, int y)
    {
        var (start, length) = (Math.Max(0, -x), Columns - Math.Abs(x));
        for (var row = Math.Max(0, -y); length > 0 && row < Math.Min(Rows, Rows - y); row++)
        {
            var to = grown.AsSpan((row * Columns) + start, length);
            TensorPrimitives.Max(to, numbers.AsSpan(((row + y) * Columns) + start + x, length), to);
        }
    }

    /// <summary>The middle of a cell, in input pixels.</summary>
    public SKPoint Middle(int cell) => new((left + (cell % Columns) + 0.5f) * CellWidth, (top + (cell / Columns) + 0.5f) * CellHeight);

    /// <summary>A place on the grid, counted in cells from their middles, in fractions of the picture.</summary>
    public SKPoint ToPicture(float column, float row) => new(
        Math.Clamp((((left + column + 0.5f) * CellWidth) - covered.Left) / covered.Width, 0, 1),
        Math.Clamp((((top + row + 0.5f) * CellHeight) - covered.Top) / covered.Height, 0, 1));

    /// <summary>A rectangle of cells, right and bottom exclusive, in input pixels within the picture.</summary>
    public SKRect ToInput(SKRectI cells)
    {
        var box = new SKRect((left + cells.Left) * CellWidth, (top + cells.Top) * CellHeight, (left + cells.Right) * CellWidth,
            (top + cells.Bottom) * CellHeight);
        var inside = SKRect.Intersect(box, covered);
        return inside.IsEmpty ? box : inside;
    }

    /// <summary>A grid of numbers over the whole input at each cell, bilinearly between the middles of its positions.</summary>
    public float[] Sample(ActivationMap map)
    {
        var values = map.Values.Span;
        var sampled = new float[Rows * Columns];
        Span<Between> across = stackalloc Between[Columns];
        for (var column = 0; column < Columns; column++)
        {
            across[column] = Between.Of((left + column + 0.5) / allColumns, map.Columns);
        }

        for (var row = 0; row < Rows; row++)
        {
            var down = Between.Of((top + row + 0.5) / allRows, map.Rows);
            var upper = values.Slice(down.First * map.Columns, map.Columns);
            var lower = values.Slice(down.Second * map.Columns, map.Columns);
            var to = sampled.AsSpan(row * Columns, Columns);
            for (var column = 0; column < to.Length; column++)
            {
                var (first, second, part) = across[column];
                var above = (upper[first] * (1 - part)) + (upper[second] * part);
                var below = (lower[first] * (1 - part)) + (lower[second] * part);
                to[column] = (above * (1 - down.Part)) + (below * down.Part);
            }
        }

        return sampled;
    }

    /// <summary>A place between the middles of two positions.</summary>
    private readonly record struct Between(int First, int Second, float Part)
    {
        /// <param name="place">In [0, 1] of all positions.</param>
        /// <param name="positions">How many there are.</param>
        public static Between Of(double place, int positions)
        {
            var at = Math.Clamp((place * positions) - 0.5, 0, positions - 1);
            var first = (int)at;
            return new Between(first, Math.Min(first + 1, positions - 1), (float)(at - first));
        }
    }

    private static (int From, int Count) Cells(float from, float to, int cells)
    {
        var first = Math.Clamp((int)Math.Ceiling(from - 0.5), 0, cells - 1);
        return (first, Math.Clamp((int)Math.Ceiling(to - 0.5), first + 1, cells) - first);
    }
}
