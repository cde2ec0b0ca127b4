using System.Buffers;
using SkiaSharp;

namespace FashionRecs.Vision.Saliency;

/// <summary>Groups the cells of a grid at or above a level, connected over edges.</summary>
internal static class ConnectedComponents
{
    /// <summary>The box around the component with the most cells, or around every component with at least half as many.</summary>
    /// <param name="grid">Numbers row by row; at least one is at or above the level.</param>
    /// <param name="rows">Rows of the grid.</param>
    /// <param name="columns">Columns of the grid.</param>
    /// <param name="level">The least number that belongs to a component.</param>
    /// <param name="joined">Whether smaller components count.</param>
    /// <returns>Cells; right and bottom are exclusive.</returns>
    public static SKRectI Box(ReadOnlySpan<float> grid, int rows, int columns, float level, bool joined)
    {
        var seen = ArrayPool<bool>.Shared.Rent(grid.Length);
        var stack = ArrayPool<int>.Shared.Rent(grid.Length);
        var components = new List<(int Cells, SKRectI Box)>();
        try
        {
            Array.Clear(seen, 0, grid.Length);
            for (var start = 0; start < grid.Length; start++)
            {
                if (!seen[start] && grid[start] >= level)
                {
                    components.Add(Fill(grid, rows, columns, level, start, seen, stack));
                }
            }
        }
        finally
        {
            ArrayPool<bool>.Shared.Return(seen);
            ArrayPool<int>.Shared.Return(stack);
        }

        var (most, box) = components.MaxBy(component => component.Cells);
        foreach (var component in components)
        {
            if (joined && component.Cells * 2 >= most)
            {
                box = SKRectI.Union(box, component.Box);
            }
        }

        return box;
    }

    private static (int Cells, SKRectI Box) Fill(ReadOnlySpan<float> grid, int rows, int columns, float level, int start, bool[] seen, int[] stack)
    {
        var (cells, waiting) = (0, 0);
        int left = columns, top = rows, right = 0, bottom = 0;
        seen[start] = true;
        stack[waiting++] = start;
        while (waiting > 0)
        {
            var cell = stack[--waiting];
            cells++;
            var (row, column) = (cell / columns, cell % columns);
            (left, top, right, bottom) = (Math.Min(left, column), Math.Min(top, row), Math.Max(right, column + 1), Math.Max(bottom, row + 1));
            waiting = column > 0 ? Visit(grid, cell - 1, level, seen, stack, waiting) : waiting;
            waiting = column < columns - 1 ? Visit(grid, cell + 1, level, seen, stack, waiting) : waiting;
            waiting = row > 0 ? Visit(grid, cell - columns, level, seen, stack, waiting) : waiting;
            waiting = row < rows - 1 ? Visit(grid, cell + columns, level, seen, stack, waiting) : waiting;
        }

        return (cells, new SKRectI(left, top, right, bottom));
    }

    private static int Visit(ReadOnlySpan<float> grid, int cell, float level, bool[] seen, int[] stack, int waiting)
    {
        if (seen[cell] || grid[cell] < level)
        {
            return waiting;
        }

        seen[cell] = true;
        stack[waiting] = cell;
        return waiting + 1;
    }
}
