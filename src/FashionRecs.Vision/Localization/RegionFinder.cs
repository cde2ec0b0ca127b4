using FashionRecs.Vision.Images;
using SkiaSharp;

namespace FashionRecs.Vision.Localization;

/// <summary>The region behind a value: the map, smoothed to a finer grid, above a part of its maximum; the largest connected component; its box.</summary>
public static class RegionFinder
{
    /// <summary>Cells per position and side of the finer grid.</summary>
    private const int Fineness = 4;

    /// <summary>Finds the region.</summary>
    /// <param name="map">Map of the value.</param>
    /// <param name="input">Size of the input.</param>
    /// <param name="covered">Part of the input, in input pixels, that the picture covers; padding shows nothing.</param>
    /// <param name="threshold">Part of the maximum, in (0, 1).</param>
    /// <returns>The box in input pixels, and the share in [0, 1] of the map's positive evidence in it.</returns>
    public static (SKRect Box, float Share) Find(ActivationMap map, InputSize input, SKRect covered, double threshold)
    {
        int rows = map.Rows * Fineness, columns = map.Columns * Fineness;
        float cellWidth = (float)input.Width / columns, cellHeight = (float)input.Height / rows;
        var grid = Sample(map, rows, columns, cellWidth, cellHeight, covered);
        var inside = grid.Where(value => !float.IsNaN(value)).DefaultIfEmpty(0).ToArray();
        float maximum = inside.Max(), minimum = inside.Min();
        // A map without any positive evidence still has a least unlikely place.
        var level = maximum > 0 ? maximum * (float)threshold : minimum + ((maximum - minimum) * (float)threshold);
        var (left, top, right, bottom) = LargestComponent(grid, rows, columns, level);

        float all = 0, boxed = 0;
        for (var i = 0; i < grid.Length; i++)
        {
            var evidence = Math.Max(0, grid[i]);
            if (float.IsNaN(evidence))
            {
                continue;
            }

            all += evidence;
            var (row, column) = (i / columns, i % columns);
            boxed += row >= top && row <= bottom && column >= left && column <= right ? evidence : 0;
        }

        var box = new SKRect(left * cellWidth, top * cellHeight, (right + 1) * cellWidth, (bottom + 1) * cellHeight);
        box.Intersect(covered);
        return (box, all > 0 ? boxed / all : 0);
    }

    private static float[] Sample(ActivationMap map, int rows, int columns, float cellWidth, float cellHeight, SKRect covered)
    {
        var grid = new float[rows * columns];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var centre = new SKPoint((column + 0.5f) * cellWidth, (row + 0.5f) * cellHeight);
                grid[(row * columns) + column] = covered.Contains(centre)
                    ? map.At((column + 0.5) / columns, (row + 0.5) / rows)
                    : float.NaN;
            }
        }

        return grid;
    }

    /// <summary>Box of the component, connected over edges, with the most cells at or above the level.</summary>
    private static (int Left, int Top, int Right, int Bottom) LargestComponent(float[] grid, int rows, int columns, float level)
    {
        var seen = new bool[grid.Length];
        var stack = new Stack<int>();
        var best = (Left: 0, Top: 0, Right: columns - 1, Bottom: rows - 1);
        var bestCells = 0;
        for (var start = 0; start < grid.Length; start++)
        {
            var cells = 0;
            var box = (Left: columns, Top: rows, Right: -1, Bottom: -1);
            Visit(start);
            while (stack.TryPop(out var cell))
            {
                cells++;
                var (row, column) = (cell / columns, cell % columns);
                box = (Math.Min(box.Left, column), Math.Min(box.Top, row), Math.Max(box.Right, column), Math.Max(box.Bottom, row));
                if (column > 0) { Visit(cell - 1); }
                if (column < columns - 1) { Visit(cell + 1); }
                if (row > 0) { Visit(cell - columns); }
                if (row < rows - 1) { Visit(cell + columns); }
            }

            if (cells > bestCells)
            {
                (best, bestCells) = (box, cells);
            }
        }

        return best;

        void Visit(int cell)
        {
            if (!seen[cell] && grid[cell] >= level) // false for the padding's NaN
            {
                seen[cell] = true;
                stack.Push(cell);
            }
        }
    }
}
