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

    /// <summary>At each cell the greatest number within a distance, in cells.</summary>
    public float[] Grow(float[] numbers, double distance)
    {
        var reach = (int)distance;
        (int X, int Y)[] near = [.. from y in Enumerable.Range(-reach, (2 * reach) + 1) from x in Enumerable.Range(-reach, (2 * reach) + 1)
                                    where (x * x) + (y * y) <= distance * distance select (x, y)];
        var grown = new float[numbers.Length];
        for (var cell = 0; cell < numbers.Length; cell++)
        {
            var (row, column) = (cell / Columns, cell % Columns);
            foreach (var (x, y) in near)
            {
                if (row + y >= 0 && row + y < Rows && column + x >= 0 && column + x < Columns)
                {
                    grown[cell] = Math.Max(grown[cell], numbers[cell + (y * Columns) + x]);
                }
            }
        }

        return grown;
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
        var sampled = new float[Rows * Columns];
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                sampled[(row * Columns) + column] = map.At((left + column + 0.5) / allColumns, (top + row + 0.5) / allRows);
            }
        }

        return sampled;
    }

    private static (int From, int Count) Cells(float from, float to, int cells)
    {
        var first = Math.Clamp((int)Math.Ceiling(from - 0.5), 0, cells - 1);
        return (first, Math.Clamp((int)Math.Ceiling(to - 0.5), first + 1, cells) - first);
    }
}
